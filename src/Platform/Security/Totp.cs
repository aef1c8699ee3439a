using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EcoPark.Platform.Security;

/// <summary>Time-based one-time passwords, RFC 6238 with the values that every authenticator app has: HMAC-SHA-1, steps of 30 seconds, six digits.</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const int Digits = 6;

    /// <summary>RFC 6238 5.2: one step either way for a clock that is wrong and a person who is slow.</summary>
    private const int Window = 1;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="key">Base32, as authenticators take it.</param>
    /// <param name="digits">What was typed.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The latest step within the window that these digits belong to; <see langword="null"/> where there is none.</returns>
    public static long? StepOf(string key, string digits, DateTimeOffset now)
    {
        var secret = FromBase32(key);
        var typed = Encoding.UTF8.GetBytes(digits);
        var present = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = present + Window; step >= present - Window; step--)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(At(secret, step))))
                return step;
        }

        return null;
    }

    /// <summary>The six digits of a step, RFC 4226 5.3.</summary>
    private static string At(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The RFC and the apps have SHA-1; as a keyed hash it is sound.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (bits, count) = (0, 0);
        foreach (var letter in text)
        {
            (bits, count) = (((bits << 5) | Letters.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal)) & 0xFFF, count + 5);
            if (count < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }

        return [.. bytes];
    }
}
