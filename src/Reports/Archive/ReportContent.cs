using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Org.BouncyCastle.Security;

namespace EcoPark.Reports.Archive;

/// <summary>A report as it is kept: JSON, packed; page and files are made of it again, so they say what the archive says.</summary>
internal static class ReportContent
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Packed content and the SM3 (GB/T 32905) of what was packed, hexadecimal.</returns>
    public static (byte[] Packed, string Hash) Pack(Report report)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(report, Json);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(plain);
        return (packed.ToArray(), HashOf(plain));
    }

    /// <returns>The report, and the hash that its content has now.</returns>
    public static (Report Report, string Hash) Unpack(byte[] packed)
    {
        using var plain = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
            brotli.CopyTo(plain);
        var content = plain.ToArray();
        return (JsonSerializer.Deserialize<Report>(content, Json)!, HashOf(content));
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(DigestUtilities.CalculateDigest("SM3", content));
}
