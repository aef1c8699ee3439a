using System.Net;
using EcoPark.Telemetry.Relay;

namespace EcoPark.Telemetry.Tests.Relay;

/// <summary>The relay is no probe for the own network.</summary>
public sealed class RelayReachTests
{
    [Theory]
    [InlineData("127.0.0.1"), InlineData("127.9.9.9"), InlineData("10.1.2.3"), InlineData("172.31.255.1"), InlineData("192.168.0.1"), InlineData("169.254.169.254"), InlineData("0.0.0.0"), InlineData("100.64.1.1")]
    [InlineData("::1"), InlineData("::"), InlineData("fd00::1"), InlineData("fe80::1"), InlineData("::ffff:10.0.0.1"), InlineData("224.0.0.1"), InlineData("255.255.255.255")]
    [InlineData("198.18.0.1"), InlineData("198.19.255.255"), InlineData("192.0.0.8"), InlineData("64:ff9b::10.0.0.1"), InlineData("64:ff9b::7f00:1"), InlineData("2002:c0a8:1::1"), InlineData("::10.0.0.1")]
    public async Task Inner_addresses_are_not_connected_to(string address)
    {
        var reach = new RelayReach(new RelayOptions());
        reach.MayReach(IPAddress.Parse(address)).ShouldBeFalse();
        (await Should.ThrowAsync<UnreachableHostException>(() => reach.AddressesOf(address, TestContext.Current.CancellationToken))).Message.ShouldContain("EcoPark:Relay:InnerHosts");
    }

    [Theory, InlineData("8.8.8.8"), InlineData("172.32.0.1"), InlineData("192.167.255.255"), InlineData("2001:db8::1"), InlineData("64:ff9b::8.8.8.8"), InlineData("2002:808:808::1"), InlineData("198.20.0.1")]
    public void Outer_ones_are(string address) => new RelayReach(new RelayOptions()).MayReach(IPAddress.Parse(address)).ShouldBeTrue();

    [Fact]
    public async Task Inner_ones_that_were_named_are_and_no_others()
    {
        var reach = new RelayReach(new RelayOptions { InnerHosts = ["10.1.0.0/16", "192.168.5.7", "localhost"] });
        (reach.MayReach(IPAddress.Parse("10.1.255.9")), reach.MayReach(IPAddress.Parse("10.2.0.1"))).ShouldBe((true, false));
        (reach.MayReach(IPAddress.Parse("192.168.5.7")), reach.MayReach(IPAddress.Parse("192.168.5.8"))).ShouldBe((true, false));
        (await reach.AddressesOf("LOCALHOST", TestContext.Current.CancellationToken)).ShouldNotBeEmpty();
        reach.MayReach(IPAddress.Loopback).ShouldBeFalse();
    }
}
