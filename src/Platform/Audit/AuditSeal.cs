using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace EcoPark.Platform.Audit;

/// <summary>
/// Seals with a key that is not in the database (HMAC-SM3, GM/T 0004 with RFC 2104): whoever can write to the tables can neither write an entry that counts nor work the chain out anew.
/// </summary>
/// <param name="key">32 bytes.</param>
public sealed class AuditSeal(ReadOnlyMemory<byte> key)
{
    private const int NonceLength = 16;

    /// <summary>Proves that the platform wrote the entry; another each time, so that an entry written down twice is found.</summary>
    public string Prove(AuditEntry entry)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceLength / 2));
        return nonce + Mac($"proof|{nonce}{Text(entry)}");
    }

    public bool IsProven(AuditEntry entry) =>
        entry.Proof is { Length: > NonceLength } proof && proof[NonceLength..] == Mac($"proof|{proof[..NonceLength]}{Text(entry)}");

    /// <summary>The seal of an entry that follows another.</summary>
    public string Of(AuditEntry entry, string before) => Mac($"seal|{before}|{entry.Number?.ToString(CultureInfo.InvariantCulture)}|{entry.Proof}{Text(entry)}");

    /// <summary>Vouches for a line that is kept elsewhere.</summary>
    public string OfLine(string line) => Mac("head|" + line);

    /// <summary>A key of its own, made of the master key where none is set.</summary>
    public static AuditSeal Open(string? configuredHex, Func<string, byte[]> derive) =>
        new(string.IsNullOrWhiteSpace(configuredHex) ? derive("EcoPark audit chain") : Convert.FromHexString(configuredHex.Trim()));

    // Lengths in front of the fields, so that no two entries read the same. PostgreSQL keeps microseconds.
    private static string Text(AuditEntry entry)
    {
        var text = new StringBuilder();
        string?[] fields =
        [
            (entry.At.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture), entry.AccountId?.ToString(CultureInfo.InvariantCulture), entry.Who, entry.Program, entry.Remote, entry.Action,
            entry.Subject, entry.SubjectId, entry.Detail, entry.RecordType, entry.RecordId?.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var field in fields)
            text.Append(CultureInfo.InvariantCulture, $"|{field?.Length ?? -1}:{field}");
        return text.ToString();
    }

    private string Mac(string text)
    {
        var mac = new HMac(new SM3Digest());
        mac.Init(new KeyParameter(key.Span));
        var bytes = Encoding.UTF8.GetBytes(text);
        mac.BlockUpdate(bytes, 0, bytes.Length);
        var result = new byte[mac.GetMacSize()];
        mac.DoFinal(result, 0);
        return Convert.ToHexStringLower(result);
    }
}
