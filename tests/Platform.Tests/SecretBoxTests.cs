using System.Security.Cryptography;
using EcoPark.Platform.Security;

namespace EcoPark.Platform.Tests;

/// <summary>Sealed texts, by AES and by SM4.</summary>
public sealed class SecretBoxTests
{
    private static readonly byte[] Key = Enumerable.Range(0, 32).Select(one => (byte)one).ToArray();

    [Theory, InlineData(false, "v1:"), InlineData(true, "v2:")]
    public void What_was_sealed_opens_again_with_either_cipher_and_never_looks_the_same(bool sm4, string prefix)
    {
        var box = new SecretBox(Key, sm4);
        var (one, other) = (box.Seal("口令 123456"), box.Seal("口令 123456"));
        one.ShouldStartWith(prefix);
        one.ShouldNotBe(other);
        new SecretBox(Key, !sm4).Unseal(one).ShouldBe("口令 123456");
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Another_key_or_an_altered_text_is_noticed(bool sm4)
    {
        var text = new SecretBox(Key, sm4).Seal("secret");
        Should.Throw<CryptographicException>(() => new SecretBox(new byte[32], sm4).Unseal(text));
        var bytes = Convert.FromBase64String(text[3..]);
        bytes[14] ^= 1;
        Should.Throw<CryptographicException>(() => new SecretBox(Key, sm4).Unseal(text[..3] + Convert.ToBase64String(bytes)));
    }
}
