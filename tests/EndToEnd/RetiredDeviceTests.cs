using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>Taking a device out of the registry destroys nothing.</summary>
public sealed class RetiredDeviceTests(Servers servers)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_a_device_has_measured_stays_when_it_is_taken_out_and_it_can_come_back(Database database)
    {
        var (server, mn, now) = (await servers.On(database), Api.NewMn(), Park.Now);
        await server.Register(mn);
        await using var device = TestDevice.Connect(server.Gateway);
        await Send(device, mn, now, 36.25);
        var channel = (await Api.Until(() => server.Channel(mn, "w01018"), found => found is not null))!;
        await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count == 1);

        await Refused(await server.Client.DeleteAsync($"/api/v1/devices/{mn}", TestContext.Current.CancellationToken), "no-reason");
        (await server.Client.DeleteAsync($"/api/v1/devices/{mn}?reason=仪器更换", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await server.Status($"/api/v1/devices/{mn}")).ShouldBe(HttpStatusCode.NotFound);
        (await server.Readings(mn, "w01018")).ShouldHaveSingleItem().Value.ShouldBe(36.25);
        (await server.Telegrams($"mn={mn}")).ShouldHaveSingleItem().Verdict.ShouldBe("Accepted");
        var retired = (await server.Get<List<JsonElement>>("/api/v1/devices/retired")).Single(one => one.GetProperty("mn").GetString() == mn);
        retired.GetProperty("reason").GetString().ShouldBe("仪器更换");

        // The MN stays its own: neither a new registration nor one click takes it, and both are told why.
        var again = new { mn, name = "另一台", systemCode = "32", password = "123456" };
        (await Refused(await server.Client.PostAsJsonAsync("/api/v1/devices/", again, TestContext.Current.CancellationToken), "mn-retired")).ShouldContain("仪器更换");
        var points = (await server.Get<List<JsonElement>>("/api/v1/points")).Count;
        await Send(device, mn, now.AddSeconds(30), 40);
        (await Api.Until(() => server.Telegrams($"mn={mn}"), found => found.Count == 2)).ShouldContain(telegram => telegram.Verdict == "Quarantined");
        await Refused(await server.Client.PostAsJsonAsync($"/api/v1/quarantine/{mn}/register", new { name = "另一台", pointName = "点", pointKind = "WasteWater" }, TestContext.Current.CancellationToken), "mn-retired");
        (await server.Get<List<JsonElement>>("/api/v1/points")).Count.ShouldBe(points);

        // Back in service it goes on where it was, with what it has sent meanwhile.
        await server.Post<JsonElement>($"/api/v1/devices/{mn}/restore", new { });
        (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count == 2)).Select(reading => (reading.ChannelId, reading.Value)).ShouldBe([(channel.Id, 36.25), (channel.Id, 40)], ignoreOrder: true);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Its_successor_goes_on_with_its_channels(Database database)
    {
        var (server, old, next, now) = (await servers.On(database), Api.NewMn(), Api.NewMn(), Park.Now);
        await server.Register(old);
        await using var device = TestDevice.Connect(server.Gateway);
        await Send(device, old, now.AddMinutes(-1), 36.25);
        var channel = (await Api.Until(() => server.Channel(old, "w01018"), found => found is not null))!;
        (await server.Client.DeleteAsync($"/api/v1/devices/{old}?reason=报废", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        await server.Register(next);
        var taken = await server.Post<ChannelRow>("/api/v1/channels", new { channel.PointId, deviceMn = next, factorCode = "w01018", name = "化学需氧量", unit = "mg/L" });
        taken.Id.ShouldBe(channel.Id);
        await using var successor = TestDevice.Connect(server.Gateway);
        await Send(successor, next, now, 37);
        (await Api.Until(() => server.Readings(next, "w01018"), found => found.Count == 2)).Select(reading => reading.Value).ShouldBe([36.25, 37], ignoreOrder: true);
    }

    private static async Task Send(TestDevice device, string mn, DateTime time, double value)
    {
        await device.Send(TestDevice.RealTime(mn, time, FormattableString.Invariant($"w01018-Rtd={value},w01018-Flag=N")));
        (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
    }

    private static async Task<string> Refused(HttpResponseMessage answer, string code)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("code").GetString().ShouldBe(code);
        return problem.GetProperty("detail").GetString()!;
    }
}
