using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace EcoPark.Platform.Security;

/// <summary>
/// Keeps device passwords and keys unreadable in the database. AES-256-GCM, text form <c>v1:base64(nonce|tag|cipher)</c>; or the commercial
/// algorithms of GB/T 32907 and GB/T 32905, SM4-GCM under a key that SM3 makes of the master key, <c>v2:base64(nonce|cipher|tag)</c>.
/// Either opens what the other has sealed, so a park may change over at any time. What was sealed for one place opens at no other
/// (the place is the associated data of GCM); <see cref="RowSecret"/> binds to the row within it.
/// </summary>
public sealed class SecretBox
{
    private const string Prefix = "v1:";
    private const string Sm4Prefix = "v2:";
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] _key;
    private readonly byte[] _sm4Key;
    private readonly bool _sealsWithSm4;

    /// <param name="masterKey">32 bytes.</param>
    /// <param name="sealsWithSm4">Seals with SM4 from now on.</param>
    public SecretBox(ReadOnlySpan<byte> masterKey, bool sealsWithSm4 = false)
    {
        if (masterKey.Length != 32)
            throw new ArgumentException("The master key must have 32 bytes (64 hexadecimal digits).", nameof(masterKey));
        _key = masterKey.ToArray();
        _sealsWithSm4 = sealsWithSm4;
        var digest = new SM3Digest();
        digest.BlockUpdate(_key, 0, _key.Length);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        _sm4Key = hash[..16];
    }

    /// <summary>Opens the key of the settings (64 hexadecimal digits) or, without one, a key file that is made on first start.</summary>
    /// <remarks>Several nodes on one database need the same key: then it must come from the settings.</remarks>
    public static SecretBox Open(string? configuredHex, string keyFile, bool sealsWithSm4 = false)
    {
        if (!string.IsNullOrWhiteSpace(configuredHex))
            return new SecretBox(Convert.FromHexString(configuredHex.Trim()), sealsWithSm4);

        if (!File.Exists(keyFile))
            CreateKeyFile(keyFile);
        return new SecretBox(Convert.FromHexString(File.ReadAllText(keyFile).Trim()), sealsWithSm4);
    }

    /// <summary>A key for another purpose, made of the master key (HKDF with SHA-256, RFC 5869).</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, 32, info: Encoding.UTF8.GetBytes(purpose));

    /// <param name="plain">What nobody may read.</param>
    /// <param name="place">Where it will stand, such as <c>Device.Password</c>.</param>
    public string Seal(string plain, string place)
    {
        var (text, bound) = (Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(place));
        if (_sealsWithSm4)
        {
            var nonce = RandomNumberGenerator.GetBytes(NonceLength);
            return Sm4Prefix + Convert.ToBase64String([.. nonce, .. Sm4(forEncryption: true, nonce, text, bound)]);
        }

        var box = new byte[NonceLength + TagLength + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), text, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), bound);
        return Prefix + Convert.ToBase64String(box);
    }

    /// <exception cref="CryptographicException">Another key sealed it, it was altered, or it was sealed for another place.</exception>
    public string Unseal(string sealedText, string place)
    {
        var bound = Encoding.UTF8.GetBytes(place);
        if (sealedText.StartsWith(Sm4Prefix, StringComparison.Ordinal))
        {
            var sealedBytes = Convert.FromBase64String(sealedText[Sm4Prefix.Length..]);
            return Encoding.UTF8.GetString(Sm4(forEncryption: false, sealedBytes[..NonceLength], sealedBytes[NonceLength..], bound));
        }

        if (!sealedText.StartsWith(Prefix, StringComparison.Ordinal))
            throw new CryptographicException("Not a sealed text.");

        var box = Convert.FromBase64String(sealedText[Prefix.Length..]);
        var text = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_key, TagLength);
        aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), text, bound);
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>Whether this key sealed it for this place.</summary>
    public bool Opens(string sealedText, string place)
    {
        try
        {
            Unseal(sealedText, place);
            return true;
        }
        catch (CryptographicException)
        {
            return false; // That is the answer.
        }
    }

    private byte[] Sm4(bool forEncryption, byte[] nonce, byte[] input, byte[] bound)
    {
        var cipher = new GcmBlockCipher(new SM4Engine());
        cipher.Init(forEncryption, new AeadParameters(new KeyParameter(_sm4Key), TagLength * 8, nonce, bound));
        var output = new byte[cipher.GetOutputSize(input.Length)];
        try
        {
            var length = cipher.ProcessBytes(input, 0, input.Length, output, 0);
            cipher.DoFinal(output, length);
            return output;
        }
        catch (InvalidCipherTextException altered)
        {
            throw new CryptographicException("Another key sealed it, it was altered, or it was sealed for another place.", altered);
        }
    }

    /// <summary>Makes a new key in a file that nobody else may read.</summary>
    public static void CreateKeyFile(string keyFile)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new StreamWriter(new FileStream(keyFile, options));
        stream.Write(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
    }
}
