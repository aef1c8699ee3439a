using System.Buffers.Text;
using System.Security.Cryptography;
using EcoPark.Platform.Notifications.Channels;
using EcoPark.Platform.Notifications.Push;

namespace EcoPark.Platform.Tests;

/// <summary>What leaves the platform for others' services, against their own documents.</summary>
public sealed class PushMessageTests
{
    /// <summary>RFC 8291 section 5 and appendix A: keys, salt and the whole body.</summary>
    [Fact]
    public void The_example_of_RFC_8291_comes_out_byte_for_byte()
    {
        var sender = Bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        using var own = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
            Q = new ECPoint { X = sender[1..33], Y = sender[33..] },
        });

        var body = PushMessage.Encrypt(
            "When I grow up, I want to be a watermelon"u8,
            Bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Bytes("BTBZMqHH6r4Tts7J_aSIgg"),
            own,
            Bytes("DGv6ra1nlYgDCS1FRnbzlw"));

        Base64Url.EncodeToString(body).ShouldBe(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    [Fact]
    public void A_key_that_is_no_point_of_the_curve_is_refused() =>
        Should.Throw<CryptographicException>(() => PushMessage.Encrypt("x"u8, [4, .. new byte[64]], new byte[16]));

    /// <summary>The sign was worked out with Python's hmac and urllib from DingTalk's document: HMAC-SHA-256 over “timestamp⏎secret”, base64, URL-encoded.</summary>
    [Fact]
    public void DingTalk_gets_its_sign() =>
        RobotChannel.Signed("https://oapi.dingtalk.com/robot/send?access_token=x", "this is secret", DateTimeOffset.FromUnixTimeMilliseconds(1577836800000))
            .ShouldBe("https://oapi.dingtalk.com/robot/send?access_token=x&timestamp=1577836800000&sign=fFV9t5lBS7KH4%2B5B0JjR99ab%2BAJkXFauQXycgTkS%2Ftc%3D");

    private static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);
}
