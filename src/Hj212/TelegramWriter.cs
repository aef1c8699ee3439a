using System.Globalization;
using System.Text;

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
    /// <summary>ST of telegrams between the systems themselves (answers).</summary>
    public const string Interaction = "91";

    /// <summary>Largest data area of one frame, HJ 212-2017 table 3; in front of encryption (2025).</summary>
    public const int MaxDataArea = 950;

    /// <summary>Whether HJ 212-2025 6.4.2 asks for an encrypted data area: 2000–2999, 1014 and 3020.</summary>
    public static bool IsSecret(CommandCode command) =>
        (ushort)command is >= 2000 and < 3000 || command is CommandCode.KeyExchange or CommandCode.DeviceInformation;

    /// <summary>A whole frame. A data area beyond <see cref="MaxDataArea"/> bytes must be split by the caller.</summary>
    /// <param name="address">Whom it is for.</param>
    /// <param name="qn">Request number, the sender's wall clock; <see langword="null"/> for uploads of 2005, which have none.</param>
    /// <param name="command">CN.</param>
    /// <param name="dataArea">What stands between CP=&amp;&amp; and &amp;&amp;.</param>
    /// <param name="wantsAnswer">Sets the lowest bit of Flag.</param>
    /// <param name="key">SM4 key to encrypt the data area with (2025); empty for plain text.</param>
    /// <param name="isBackfill">RF=1 (2025).</param>
    /// <param name="packetCount">PNUM.</param>
    /// <param name="packetNumber">PNO.</param>
    public static byte[] Write(
        in Address address, DateTime? qn, CommandCode command, ReadOnlySpan<char> dataArea,
        bool wantsAnswer, ReadOnlySpan<byte> key = default, bool isBackfill = false, int packetCount = 1, int packetNumber = 1)
    {
        var text = new StringBuilder(160 + dataArea.Length);
        if (qn is { } time)
            text.Append(CultureInfo.InvariantCulture, $"QN={time:yyyyMMddHHmmssfff};");
        text.Append(CultureInfo.InvariantCulture, $"ST={address.SystemCode};CN={(ushort)command:0000};PW={address.Password};MN={address.Mn};");
        var flag = TelegramFlag.Of(address.Version, wantsAnswer, packetCount > 1);
        if (address.Version != ProtocolVersion.V2005 || flag.Value != 0)
            text.Append(CultureInfo.InvariantCulture, $"Flag={flag.Value};");
        if (packetCount > 1)
            text.Append(CultureInfo.InvariantCulture, $"PNUM={packetCount};PNO={packetNumber};");
        if (isBackfill && address.Version == ProtocolVersion.V2025)
            text.Append("RF=1;");
        text.Append("CP=&&").Append(dataArea).Append("&&");
        return Frame(Encoding.UTF8.GetBytes(text.ToString()), key);
    }

    /// <summary>
    /// The answer the standard asks for (9014 to data, 9013 to notices and heartbeats), or <see langword="null"/> where none is wanted.
    /// Same QN, ST=91, Flag with version bits only; 2005: QN and CN of the upload stand inside CP.
    /// </summary>
    public static byte[]? AnswerTo(Telegram telegram)
    {
        if (telegram.Flag is not { WantsAnswer: true } flag || (ushort)telegram.Command is >= 9011 and <= 9014)
            return null;

        var command = AnswerCode(telegram.Command);
        var password = Encoding.Latin1.GetString(telegram.PasswordText);
        var qn = Encoding.Latin1.GetString(telegram.QnText);
        var version = (byte)flag.Version << 2;
        var code = ((ushort)command).ToString(CultureInfo.InvariantCulture);
        var segment = flag.Version == ProtocolVersion.V2005
            ? $"ST={Interaction};CN={code};PW={password};MN={telegram.Mn};Flag=0;CP=&&{(qn.Length > 0 ? $"QN={qn};" : "")}CN={(ushort)telegram.Command}&&"
            : $"{(qn.Length > 0 ? $"QN={qn};" : "")}ST={Interaction};CN={code};PW={password};MN={telegram.Mn};Flag={version};CP=&&&&";
        return Frame(Encoding.Latin1.GetBytes(segment), default);
    }

    /// <summary>9013 to notices and requests of a device (1001, 1013, 1014, 9015), 9014 to data.</summary>
    public static CommandCode AnswerCode(CommandCode command) =>
        command is CommandCode.UploadHardwareIdentity or CommandCode.TimeCalibrationRequest or CommandCode.KeyExchange or CommandCode.Heartbeat ? CommandCode.NoticeAnswer : CommandCode.DataAnswer;

    /// <summary>## length segment CRC CR LF; the CRC is over the plain segment also where the data area is encrypted.</summary>
    public static byte[] Frame(ReadOnlySpan<byte> segment, ReadOnlySpan<byte> key = default)
    {
        var crc = Crc16.Compute(segment);
        ReadOnlySpan<byte> written = key.IsEmpty ? segment : Encryption.Encrypt(segment, key);
        var frame = new byte[FrameReader.HeadLength + written.Length + FrameReader.CrcLength + 2];
        "##"u8.CopyTo(frame);
        (written.Length % 10_000).TryFormat(frame.AsSpan(2), out _, "0000", CultureInfo.InvariantCulture);
        written.CopyTo(frame.AsSpan(FrameReader.HeadLength));
        crc.TryFormat(frame.AsSpan(FrameReader.HeadLength + written.Length), out _, "X4", CultureInfo.InvariantCulture);
        "\r\n"u8.CopyTo(frame.AsSpan(frame.Length - 2));
        return frame;
    }
}
