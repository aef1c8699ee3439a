using System.Text;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Paddings;
using Org.BouncyCastle.Crypto.Parameters;

namespace EcoPark.Hj212;

/// <summary>The Authorization header with which loggers send pictures, clips and spectra, HJ 212-2025 annex H: Base64 of SM4 (ECB, PKCS#7).</summary>
public static class MultimediaAuthorization
{
    /// <param name="user">User; holds no colon.</param>
    /// <param name="password">Password.</param>
    /// <param name="key">Sixteen bytes.</param>
    public static string Write(string user, string password, ReadOnlySpan<byte> key)
    {
        var plain = Encoding.UTF8.GetBytes($"{user}:{password}");
        var cipher = Cipher(key, encrypt: true);
        var output = new byte[cipher.GetOutputSize(plain.Length)];
        var written = cipher.ProcessBytes(plain, output, 0);
        written += cipher.DoFinal(output, written);
        return Convert.ToBase64String(output, 0, written);
    }

    /// <summary>User and password; <see langword="null"/> where the header was not made with this key.</summary>
    public static (string User, string Password)? Read(string header, ReadOnlySpan<byte> key)
    {
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header, bytes, out var length) || length == 0 || length % 16 != 0)
            return null;

        var cipher = Cipher(key, encrypt: false);
        var output = new byte[cipher.GetOutputSize(length)];
        try
        {
            var read = cipher.ProcessBytes(bytes, 0, length, output, 0);
            read += cipher.DoFinal(output, read);
            var text = Encoding.UTF8.GetString(output, 0, read);
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            return colon > 0 ? (text[..colon], text[(colon + 1)..]) : null;
        }
        catch (Org.BouncyCastle.Crypto.InvalidCipherTextException)
        {
            return null; // The padding is wrong: another key.
        }
    }

    private static PaddedBufferedBlockCipher Cipher(ReadOnlySpan<byte> key, bool encrypt)
    {
        var cipher = new PaddedBufferedBlockCipher(new SM4Engine(), new Pkcs7Padding());
        cipher.Init(encrypt, new KeyParameter(key.ToArray()));
        return cipher;
    }
}
