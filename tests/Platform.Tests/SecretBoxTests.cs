using System.Security.Cryptography;
using EcoPark.Platform.Security;

namespace EcoPark.Platform.Tests;

/// <summary>Sealed texts, by AES and by SM4.</summary>
public sealed class SecretBoxTests
{
    private const string Place = "Device.Password";
    private static readonly byte[] Key = Enumerable.Range(0, 32).Select(one => (byte)one).ToArray();

    [Theory, InlineData(false, "v1:"), InlineData(true, "v2:")]
    public void What_was_sealed_opens_again_with_either_cipher_and_never_looks_the_same(bool sm4, string prefix)
    {
        var box = new SecretBox(Key, sm4);
        var (one, other) = (box.Seal("口令 123456", Place), box.Seal("口令 123456", Place));
        one.ShouldStartWith(prefix);
        one.ShouldNotBe(other);
        new SecretBox(Key, !sm4).Unseal(one, Place).ShouldBe("口令 123456");
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Another_key_an_altered_text_or_another_place_is_noticed(bool sm4)
    {
        var box = new SecretBox(Key, sm4);
        var text = box.Seal("secret", Place);
        Should.Throw<CryptographicException>(() => new SecretBox(new byte[32], sm4).Unseal(text, Place));
        Should.Throw<CryptographicException>(() => box.Unseal(text, "AccountToken.Value"));
        (box.Opens(text, Place), box.Opens(text, "")).ShouldBe((true, false));
        var bytes = Convert.FromBase64String(text[3..]);
        bytes[14] ^= 1;
        Should.Throw<CryptographicException>(() => box.Unseal(text[..3] + Convert.ToBase64String(bytes), Place));
    }

    [Fact]
    public void A_secret_of_one_row_does_not_open_in_another()
    {
        var closed = RowSecret.Close("12", "秘\n密");
        RowSecret.Open("12", closed).ShouldBe("秘\n密");
        RowSecret.Open("12", "").ShouldBeEmpty();
        foreach (var other in new[] { "1", "2", "123", "" })
            Should.Throw<CryptographicException>(() => RowSecret.Open(other, closed), other);
    }
}
