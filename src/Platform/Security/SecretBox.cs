using System.Security.Cryptography;
using System.Text;

namespace EcoPark.Platform.Security;

/// <summary>Keeps device passwords and keys unreadable in the database: AES-256-GCM, text form <c>v1:base64(nonce|tag|cipher)</c>.</summary>
public sealed class SecretBox
{
    private const string Prefix = "v1:";
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] _key;

    /// <param name="masterKey">32 bytes.</param>
    public SecretBox(ReadOnlySpan<byte> masterKey)
    {
        if (masterKey.Length != 32)
            throw new ArgumentException("The master key must have 32 bytes (64 hexadecimal digits).", nameof(masterKey));
        _key = masterKey.ToArray();
    }

    /// <summary>Opens the key of the settings (64 hexadecimal digits) or, without one, a key file that is made on first start.</summary>
    /// <remarks>Several nodes on one database need the same key: then it must come from the settings.</remarks>
    public static SecretBox Open(string? configuredHex, string keyFile)
    {
        if (!string.IsNullOrWhiteSpace(configuredHex))
            return new SecretBox(Convert.FromHexString(configuredHex.Trim()));

        if (!File.Exists(keyFile))
            CreateKeyFile(keyFile);
        return new SecretBox(Convert.FromHexString(File.ReadAllText(keyFile).Trim()));
    }

    public string Seal(string plain)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var box = new byte[NonceLength + TagLength + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), text, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength));
        return Prefix + Convert.ToBase64String(box);
    }

    /// <exception cref="CryptographicException">Another key sealed it, or it was altered.</exception>
    public string Unseal(string sealedText)
    {
        if (!sealedText.StartsWith(Prefix, StringComparison.Ordinal))
            throw new CryptographicException("Not a sealed text.");

        var box = Convert.FromBase64String(sealedText[Prefix.Length..]);
        var text = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_key, TagLength);
        aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), text);
        return Encoding.UTF8.GetString(text);
    }

    private static void CreateKeyFile(string keyFile)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new StreamWriter(new FileStream(keyFile, options));
        stream.Write(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
    }
}
