namespace EcoPark.Hj212;

/// <summary>Whom a telegram is for (or from) and how it is signed: what the device's registration says.</summary>
/// <param name="Mn">MN.</param>
/// <param name="Password">PW.</param>
/// <param name="Version">Edition whose form is used.</param>
/// <param name="SystemCode">ST of the pollution source or station.</param>
public readonly record struct Address(string Mn, string Password, ProtocolVersion Version, string SystemCode);

/// <summary>Writes telegrams as bytes.</summary>
public static class TelegramWriter
{
    /// <summary>A whole frame. Data areas beyond 950 bytes must be split by the caller.</summary>
    /// <param name="address">Whom it is for.</param>
    /// <param name="qn">Request number, the sender's wall clock.</param>
    /// <param name="command">CN.</param>
    /// <param name="dataArea">What stands between CP=&amp;&amp; and &amp;&amp;.</param>
    /// <param name="wantsAnswer">Sets the lowest bit of Flag.</param>
    /// <param name="key">SM4 key to encrypt the data area with (2025); empty for plain text.</param>
    public static byte[] Write(
        in Address address, DateTime qn, CommandCode command, ReadOnlySpan<char> dataArea,
        bool wantsAnswer, ReadOnlySpan<byte> key = default, bool isBackfill = false, int packetCount = 1, int packetNumber = 1)
        => throw new NotImplementedException();

    /// <summary>
    /// The answer the standard asks for (9014 to data, 9013 to notices and heartbeats), or <see langword="null"/> where none is wanted.
    /// Same QN, ST=91, Flag with version bits only; 2005: QN inside CP.
    /// </summary>
    public static byte[]? AnswerTo(Telegram telegram) => throw new NotImplementedException();
}
