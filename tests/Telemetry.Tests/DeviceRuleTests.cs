using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Tests;

/// <summary>What can be registered.</summary>
public sealed class DeviceRuleTests
{
    /// <summary>A dollar sign in a pattern also stands before a last newline: none of these may pass.</summary>
    [Theory, InlineData("\n"), InlineData("\r\n"), InlineData("\0"), InlineData(" "), InlineData("\u2028")]
    public void Nothing_stands_behind_a_name(string behind)
    {
        DeviceRules.Check(Device()).ShouldBeNull();
        DeviceRules.Check(Device(mn: "ABCD1234" + behind))!.Code.ShouldBe("bad-mn");
        DeviceRules.IsMn("ABCD1234" + behind).ShouldBeFalse();
        DeviceRules.Check(Device(password: "123456" + behind))!.Code.ShouldBe("bad-password");
        DeviceRules.Check(Device(system: "32" + behind))!.Code.ShouldBe("bad-system-code");
        DeviceRules.Check(Device(key: new string('A', 32) + behind))!.Code.ShouldBe("bad-key");
        DeviceRules.Check(new Channel { FactorCode = "w01018" + behind, OriginalCode = "w01018", Name = "化学需氧量" })!.Code.ShouldBe("bad-factor");
    }

    private static Device Device(string mn = "ABCD1234", string password = "123456", string system = "32", string? key = null) =>
        new() { Mn = mn, Name = "数采仪", Password = password, SystemCode = system, EncryptionKey = key };
}
