using EcoPark.Telemetry.Gateway;

namespace EcoPark.Telemetry.Tests;

public class PasswordGuardTests
{
    private const string Mn = "320600A0001D000000000001";
    private const string Stranger = "203.0.113.9";
    private static readonly DateTime Now = new(2026, 11, 29, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Guessing_is_slowed_then_locked_and_told()
    {
        var (guard, tried, now) = (new PasswordGuard(), 0, Now);
        // A guess every tenth of a second for ten minutes: three are free, seven cost 1, 2, 4 … 60 s, then it is locked for a quarter of an hour.
        for (; now < Now.AddMinutes(10); now = now.AddMilliseconds(100))
        {
            if (guard.LockedUntil(Mn, Stranger, "secret", now) is not null)
                continue;
            guard.Wrong(Mn, Stranger, "secret", now);
            tried++;
        }

        tried.ShouldBe(PasswordGuard.Most);
        guard.TakeAlerts().ShouldHaveSingleItem().ShouldSatisfyAllConditions(alert => alert.Mn.ShouldBe(Mn), alert => alert.Address.ShouldBe(Stranger), alert => alert.Wrong.ShouldBe(PasswordGuard.Most));
        guard.TakeAlerts().ShouldBeEmpty();
        guard.LockedUntil(Mn, Stranger, "secret", now + PasswordGuard.Lock).ShouldBeNull();
    }

    [Fact]
    public void An_address_that_tries_many_devices_is_locked_for_all_of_them()
    {
        var guard = new PasswordGuard();
        for (var device = 0; device < PasswordGuard.MostOfMany; device++)
            guard.Wrong($"MN{device:00}", Stranger, "secret", Now);
        guard.LockedUntil("MN99", Stranger, "secret", Now).ShouldNotBeNull();
        guard.LockedUntil("MN99", "203.0.113.10", "secret", Now).ShouldBeNull();
        guard.TakeAlerts().ShouldContain(alert => alert.Mn == "" && alert.Address == Stranger);
    }

    [Fact]
    public void Many_addresses_that_try_one_device_do_not_lock_it_out_where_it_always_calls_from()
    {
        var guard = new PasswordGuard();
        guard.Right(Mn, "198.51.100.1");
        for (var address = 0; address < PasswordGuard.MostOfMany; address++)
            guard.Wrong(Mn, $"203.0.113.{address}", "secret", Now);
        guard.LockedUntil(Mn, "203.0.113.99", "secret", Now).ShouldNotBeNull();
        guard.LockedUntil(Mn, "198.51.100.1", "secret", Now).ShouldBeNull();
    }

    [Fact]
    public void Another_registered_password_begins_anew_and_so_does_a_quarter_of_an_hour()
    {
        var guard = new PasswordGuard();
        for (var wrong = 0; wrong < PasswordGuard.Most; wrong++)
            guard.Wrong(Mn, Stranger, "secret", Now);
        guard.LockedUntil(Mn, Stranger, "secret", Now).ShouldNotBeNull();
        guard.LockedUntil(Mn, Stranger, "changed", Now).ShouldBeNull();
    }

    [Theory]
    [InlineData("203.0.113.9:4711", "203.0.113.9")]
    [InlineData("[::ffff:203.0.113.9]:4711", "203.0.113.9")]
    [InlineData("[2001:db8:1:2:3:4:5:6]:4711", "2001:db8:1:2::/64")]
    public void Ports_do_not_count_and_an_IPv6_network_is_one(string remote, string address) => PasswordGuard.AddressOf(remote).ShouldBe(address);

    [Fact]
    public void Unknown_MNs_are_kept_in_a_measure_of_the_day()
    {
        var strangers = new Strangers(new GatewayOptions { MaxUnknown = 3, MaxUnknownPerAddress = 2, TelegramsOfUnknown = 2 });
        strangers.Refusal("MN01", "a", Now).ShouldBeNull();
        strangers.Refusal("MN01", "a", Now).ShouldBeNull();
        strangers.Refusal("MN01", "a", Now).ShouldNotBeNull().ShouldContain("超过 2 条");
        strangers.Refusal("MN02", "a", Now).ShouldBeNull();
        strangers.Refusal("MN03", "a", Now).ShouldNotBeNull().ShouldContain("该地址");
        strangers.Refusal("MN03", "b", Now).ShouldBeNull();
        strangers.Refusal("MN04", "c", Now).ShouldNotBeNull().ShouldContain("已达 3 个");
        strangers.Refusal("MN04", "c", Now.AddDays(2)).ShouldBeNull();
    }
}
