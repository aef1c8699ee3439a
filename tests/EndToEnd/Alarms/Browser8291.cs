using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EcoPark.EndToEnd.Alarms;

/// <summary>The browser's half of RFC 8291, written here from the document: makes the keys and decrypts.</summary>
internal sealed class Browser8291 : IDisposable
{
    private readonly ECDiffieHellman _key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _auth = RandomNumberGenerator.GetBytes(16);

    public string P256dh => Base64Url.EncodeToString(Public);

    public string Auth => Base64Url.EncodeToString(_auth);

    private byte[] Public => _key.ExportParameters(false).Q is { X: { } x, Y: { } y } ? [4, .. x, .. y] : [];

    public string Decrypt(byte[] body)
    {
        // RFC 8188 2.1: salt (16), record size (4), length of the key id (1), key id: the sender's public key.
        var (salt, size, length) = (body[..16], BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16)), body[20]);
        length.ShouldBe((byte)65);
        body.Length.ShouldBeLessThanOrEqualTo((int)size + 86);
        var (sender, cipher) = (body[21..86], body[86..]);
        using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = sender[1..33], Y = sender[33..] } });
        // RFC 8291 3.4, with HMAC alone as the document spells it out.
        byte[] shared = _key.DeriveRawSecretAgreement(other.PublicKey), prkKey = HMACSHA256.HashData(_auth, shared);
        byte[] info = [.. "WebPush: info\0"u8, .. Public, .. sender, 1], ikm = HMACSHA256.HashData(prkKey, info);
        var prk = HMACSHA256.HashData(salt, ikm);
        byte[] keyInfo = [.. "Content-Encoding: aes128gcm\0"u8, 1], nonceInfo = [.. "Content-Encoding: nonce\0"u8, 1];
        var (key, nonce) = (HMACSHA256.HashData(prk, keyInfo)[..16], HMACSHA256.HashData(prk, nonceInfo)[..12]);
        var plain = new byte[cipher.Length - 16];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(nonce, cipher.AsSpan(0, plain.Length), cipher.AsSpan(plain.Length), plain);
        var end = Array.FindLastIndex(plain, one => one != 0);
        plain[end].ShouldBe((byte)2, "delimiter of the last record");
        return Encoding.UTF8.GetString(plain, 0, end);
    }

    public void Dispose() => _key.Dispose();
}
