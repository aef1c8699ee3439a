using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Records;

/// <summary>Two automatic points at a fence, one in the north that also measures the wind, one in the south.</summary>
public sealed class FenceTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Each_hour_is_compared_by_the_wind_that_blew(Database database)
    {
        var server = await servers.On(database);
        var enterprise = await server.Client.NewEnterprise();
        using var stranger = await RecordApi.SignedIn(server, $"fence-x-{enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", await server.Client.NewEnterprise());
        var (north, south) = (await Point(server, enterprise, "北厂界", 32.051, "a24088", "a01007", "a01008"), await Point(server, enterprise, "南厂界", 32.049, "a24088"));
        var first = new DateTime(Park.Now.Year, Park.Now.Month, Park.Now.Day, Park.Now.Hour, 0, 0).AddHours(-5);
        await using var device = TestDevice.Connect(server.Gateway);
        await Hour(device, north, first, "a24088-Avg=0.10,a24088-Flag=N;a01007-Avg=2,a01007-Flag=N;a01008-Avg=350,a01008-Flag=N");
        await Hour(device, north, first.AddHours(1), "a24088-Avg=0.10,a24088-Flag=N;a01007-Avg=0.3,a01007-Flag=N;a01008-Avg=350,a01008-Flag=N");
        await Hour(device, north, first.AddHours(2), "a24088-Avg=0.90,a24088-Flag=N;a01007-Avg=3,a01007-Flag=N;a01008-Avg=170,a01008-Flag=N");
        await Hour(device, north, first.AddHours(3), "a24088-Avg=9.99,a24088-Flag=D;a01007-Avg=3,a01007-Flag=N;a01008-Avg=170,a01008-Flag=N");
        await using var other = TestDevice.Connect(server.Gateway);
        foreach (var (at, value) in new[] { 0.40, 0.40, 0.25, 0.25 }.Index())
            await Hour(other, south, first.AddHours(at), string.Create(CultureInfo.InvariantCulture, $"a24088-Avg={value},a24088-Flag=N"));

        var pairs = await Api.Until(() => server.Get<JsonElement>($"/api/v1/manual/fence?enterprise={enterprise}&factor=a24088&days=1"), found => found.GetProperty("hours").GetArrayLength() == 4 && found.GetProperty("windSource").GetString()!.StartsWith("北厂界", StringComparison.Ordinal));
        pairs.GetProperty("hours").EnumerateArray().Select(hour => (hour.GetProperty("state").GetString(), Number(hour, "background"), Number(hour, "highest"), Number(hour, "difference") is { } difference ? Math.Round(difference, 9) : (double?)null)).ShouldBe(
            [("Pair", 0.1, 0.4, 0.3), ("Calm", null, null, null), ("Pair", 0.25, 0.9, 0.65), ("NoDownwind", 0.25, null, null)]);
        await stranger.Client.GetAsync($"/api/v1/manual/fence?enterprise={enterprise}", Token).Refused(HttpStatusCode.NotFound);
    }

    /// <summary>Two days of a point that sees little but twice, and of its neighbour that sees the second time too.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Hours_far_above_the_usual_are_listed_with_their_wind_and_who_saw_them_too(Database database)
    {
        var server = await servers.On(database);
        var enterprise = await server.Client.NewEnterprise();
        var (north, south) = (await Point(server, enterprise, "北厂界", 32.061, "a24088", "a01007", "a01008"), await Point(server, enterprise, "南厂界", 32.059, "a24088"));
        var first = new DateTime(Park.Now.Year, Park.Now.Month, Park.Now.Day, Park.Now.Hour, 0, 0).AddHours(-60);
        await using var device = TestDevice.Connect(server.Gateway);
        await using var other = TestDevice.Connect(server.Gateway);
        for (var hour = 0; hour < 56; hour++)
        {
            var usual = hour % 2 == 0 ? 0.10 : 0.12;
            await Hour(device, north, first.AddHours(hour), string.Create(CultureInfo.InvariantCulture, $"a24088-Avg={(hour is 10 or 11 ? 0.9 + (hour / 100.0) : hour == 40 ? 0.6 : usual)},a24088-Flag=N;a01007-Avg=2,a01007-Flag=N;a01008-Avg={(hour == 11 ? 200 : 20)},a01008-Flag=N"));
            await Hour(other, south, first.AddHours(hour), string.Create(CultureInfo.InvariantCulture, $"a24088-Avg={(hour == 41 ? 0.5 : usual)},a24088-Flag=N"));
        }

        var peaks = await Api.Until(() => server.Get<JsonElement>($"/api/v1/manual/peaks?enterprise={enterprise}&factor=a24088&days=7"), found => found.GetArrayLength() == 3);
        peaks.EnumerateArray().Select(row => (row.GetProperty("peak").GetProperty("point").GetString()![..3], row.GetProperty("peak").GetProperty("hours").GetInt32(), Number(row.GetProperty("peak"), "highest"), Number(row, "windFrom"), row.GetProperty("seen").GetArrayLength())).ShouldBe(
            [("南厂界", 1, 0.5, 20, 1), ("北厂界", 1, 0.6, 20, 1), ("北厂界", 2, 1.01, 200, 0)]);
        using var stranger = await RecordApi.SignedIn(server, $"peak-x-{enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", await server.Client.NewEnterprise());
        await stranger.Client.GetAsync($"/api/v1/manual/peaks?enterprise={enterprise}", Token).Refused(HttpStatusCode.NotFound);
    }

    private static double? Number(JsonElement of, string name) => of.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static async Task<string> Point(TestServer server, int enterprise, string name, double latitude, params string[] factors)
    {
        var mn = Api.NewMn();
        await server.Register(mn, new { fillsGaps = false });
        var point = await server.Post<JsonElement>("/api/v1/points/", new { name = name + mn, kind = "FenceLine", enterpriseId = enterprise, longitude = 120.95, latitude });
        foreach (var factor in factors)
            await server.Post<JsonElement>("/api/v1/channels/", new { pointId = point.Id(), deviceMn = mn, factorCode = factor, name = factor, unit = factor switch { "a01007" => "m/s", "a01008" => "°", _ => "mg/m³" }, decimals = 3 });
        return mn;
    }

    private static async Task Hour(TestDevice device, string mn, DateTime time, string data)
    {
        await device.Send(TelegramWriter.Write(new Address(mn, "123456", ProtocolVersion.V2017, "39"), Park.Now.AddMilliseconds(time.Hour), CommandCode.HourlyData, $"DataTime={time:yyyyMMddHHmmss};{data}", wantsAnswer: true));
        (await device.Receive()).ShouldNotBeNull();
    }
}
