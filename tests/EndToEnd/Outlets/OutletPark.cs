using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Outlets;

/// <summary>An enterprise with a permit, one outlet, its filing and its logger, which sends hours over the socket.</summary>
internal sealed class OutletPark : IAsyncDisposable
{
    private readonly TestDevice _device;
    private long _qn;

    private OutletPark(TestServer server, string mn, int enterprise, int point, int filing, TestDevice device) => (Server, Mn, Enterprise, Point, Filing, _device) = (server, mn, enterprise, point, filing, device);

    public TestServer Server { get; }

    public string Mn { get; }

    public int Enterprise { get; }

    public int Point { get; }

    public int Filing { get; }

    public TestDevice Device => _device;

    /// <summary>Midnight of the day before yesterday's eve: three whole days lie behind it.</summary>
    public static DateTime First => Park.Now.Date.AddDays(-3);

    public static string Day(int offset) => First.AddDays(offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Task<OutletPark> Gas(TestServer server) => Build(server, "FlueGas", "DA001", "废气主要排放口", [("a21026", "二氧化硫", "mg/m³"), ("a19001", "氧含量", "%"), ("a00000", "废气", "m³/h")],
        [("a21026", 50, "mg/m³", 1)], new { oxygenRule = "GB 13271-2014 燃煤锅炉 9 %", kind = "废气", standard = "GB 13271-2014" });

    public static Task<OutletPark> Water(TestServer server, object? more = null) => Build(server, "WasteWater", "DW001", "废水总排放口", [("w01018", "化学需氧量", "mg/L"), ("w00000", "污水", "L/s")],
        [("w01018", 50, "mg/L", 10)], more ?? new { kind = "废水" });

    /// <summary>Sends an hour, stamped with its begin.</summary>
    public async Task Hour(int hour, string data)
    {
        await _device.Send(TelegramWriter.Write(new Address(Mn, "123456", ProtocolVersion.V2017, "31"), Park.Now.AddMilliseconds(Interlocked.Increment(ref _qn)), CommandCode.HourlyData, $"DataTime={First.AddHours(hour):yyyyMMddHHmmss};{data}", wantsAnswer: true));
        (await _device.Receive()).ShouldNotBeNull();
    }

    public Task<JsonElement> Check(string factor, string kind, DateTime wall, double reading, double reference, double? fullScale = null) => Server.Client.Post("instrument-checks", new
    {
        enterpriseId = Enterprise,
        filingId = Filing,
        factor,
        kind,
        checkedAt = wall.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        reading,
        reference,
        fullScale,
    }).Saved();

    /// <summary>Today as well: its hours count in the quarter's capture rate, by which the others are replaced.</summary>
    public async Task Rebuild() => await Server.Client.PostAsync($"/api/v1/outlets/rebuild?pointId={Point}&from={Day(0)}&to={Day(3)}", null, RecordApi.Token).Saved();

    public Task<JsonElement> Period() => Server.Get<JsonElement>($"/api/v1/outlets/{Point}/period?from={Day(0)}&to={Day(2)}");

    /// <summary>The hours that were sent are in the store.</summary>
    public Task Arrived(string factor, int hours) => Api.Until(() => Server.Readings(Mn, factor, "Hour"), found => found.Count >= hours);

    public ValueTask DisposeAsync() => _device.DisposeAsync();

    private static async Task<OutletPark> Build(
        TestServer server, string pointKind, string code, string outletKind, (string Factor, string Name, string Unit)[] channels, (string Factor, double Limit, string Unit, double Total)[] limits, object filing)
    {
        var (client, mn) = (server.Client, Api.NewMn());
        var enterprise = await client.NewEnterprise();
        var permit = (await client.Post("permits", new { enterpriseId = enterprise, number = mn, category = "重点管理", validFrom = "2024-01-01", validTo = "2029-01-01", state = "有效" }).Saved()).Id();
        var name = $"排口 {mn}";
        var outlet = (await client.Post("permit-outlets", new { enterpriseId = enterprise, permitId = permit, code, name, kind = outletKind }).Saved()).Id();
        foreach (var (factor, limit, unit, total) in limits)
            await client.Post("permit-limits", new { enterpriseId = enterprise, permitOutletId = outlet, factor, limit, unit, annualTotal = total, standard = "GB 13271-2014", validFrom = "2024-01-01" }).Saved();
        await server.Register(mn, new { systemCode = "31", fillsGaps = false });
        // The point is not linked: its name is that of the permit's outlet.
        var point = (await server.Post<JsonElement>("/api/v1/points/", new { name, kind = pointKind, enterpriseId = enterprise })).Id();
        foreach (var (factor, title, unit) in channels)
            await server.Post<JsonElement>("/api/v1/channels/", new { pointId = point, deviceMn = mn, factorCode = factor, name = title, unit, decimals = 2 });
        var values = JsonSerializer.SerializeToNode(filing, Api.Json)!.AsObject();
        (values["enterpriseId"], values["pointId"], values["name"]) = (enterprise, point, name);
        var filed = (await client.Post("outlet-filings", values).Saved()).Id();
        return new OutletPark(server, mn, enterprise, point, filed, TestDevice.Connect(server.Gateway));
    }
}
