using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EcoPark.Platform.Notifications.Push;

/// <summary>Encryption of a push message for one browser: RFC 8291 over the content coding aes128gcm of RFC 8188.</summary>
public static class PushMessage
{
    /// <summary>One record; RFC 8291 4 allows no more.</summary>
    private const int RecordSize = 4_096;

    private const int PublicKeyLength = 65;
    private const int TagLength = 16;

    /// <summary>Most bytes that fit: the record less the delimiter and the tag, with the header counted (RFC 8030 7.2: services take 4096).</summary>
    public const int Longest = RecordSize - 16 - 4 - 1 - PublicKeyLength - TagLength - 1;

    /// <summary>Encrypts with a fresh key and salt.</summary>
    /// <param name="plain">At most <see cref="Longest"/> bytes.</param>
    /// <param name="browserKey">p256dh of the subscription: an uncompressed point, 65 bytes.</param>
    /// <param name="authSecret">auth of the subscription, 16 bytes.</param>
    public static byte[] Encrypt(ReadOnlySpan<byte> plain, byte[] browserKey, byte[] authSecret)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(plain, browserKey, authSecret, own, RandomNumberGenerator.GetBytes(16));
    }

    /// <summary>With a given key and salt, for the example of RFC 8291 appendix A.</summary>
    internal static byte[] Encrypt(ReadOnlySpan<byte> plain, byte[] browserKey, byte[] authSecret, ECDiffieHellman own, byte[] salt)
    {
        if (plain.Length > Longest)
            throw new ArgumentException($"A push message has at most {Longest} bytes.", nameof(plain));
        var ownKey = PointOf(own.ExportParameters(includePrivateParameters: false));
        using var browser = ECDiffieHellman.Create(KeyOf(browserKey));
        var shared = own.DeriveRawSecretAgreement(browser.PublicKey);

        // RFC 8291 3.4: the shared secret and the subscription's secret make the input key.
        var input = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, authSecret, [.. "WebPush: info\0"u8, .. browserKey, .. ownKey]);
        // RFC 8188 2.2 and 2.3.
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());

        // RFC 8188 2.1: salt, record size, length and value of the key id, which is the sender's public key.
        var body = new byte[16 + 4 + 1 + PublicKeyLength + plain.Length + 1 + TagLength];
        salt.CopyTo(body, 0);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(16), RecordSize);
        body[20] = PublicKeyLength;
        ownKey.CopyTo(body, 21);
        var content = body.AsSpan(21 + PublicKeyLength);
        // The delimiter 2 says that this is the last record.
        byte[] padded = [.. plain, 2];
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, padded, content[..padded.Length], content[padded.Length..]);
        return body;
    }

    /// <summary>An uncompressed point, X9.62: 4, x, y.</summary>
    internal static byte[] PointOf(ECParameters key) => [4, .. key.Q.X!, .. key.Q.Y!];

    /// <exception cref="CryptographicException">Not a point of the curve.</exception>
    internal static ECParameters KeyOf(byte[] point)
    {
        if (point is not [4, ..] || point.Length != PublicKeyLength)
            throw new CryptographicException("Not an uncompressed point of P-256.");
        return new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } };
    }
}
