using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Alarms;

/// <summary>An enterprise with a permit, one waste-water outlet with a limit of 50 mg/L COD, and its logger.</summary>
internal sealed class AlarmPark
{
    public const double Limit = 50;

    private AlarmPark(TestServer server, string mn, int enterprise, string name, int outlet) =>
        (Server, Mn, Enterprise, EnterpriseName, Outlet) = (server, mn, enterprise, name, outlet);

    public TestServer Server { get; set; }

    public string Mn { get; }

    public int Enterprise { get; }

    public string EnterpriseName { get; }

    public int Outlet { get; }

    public string PointName => $"总排口 {Mn}";

    public static async Task<AlarmPark> Build(TestServer server)
    {
        var (client, mn) = (server.Client, Api.NewMn());
        var values = RecordApi.Enterprise();
        var enterprise = (await client.Post("enterprises", values).Saved()).Id();
        var permit = (await client.Post("permits", new { enterpriseId = enterprise, number = mn, category = "重点管理", validFrom = "2024-01-01", validTo = "2029-01-01", state = "有效" }).Saved()).Id();
        var outlet = (await client.Post("permit-outlets", new { enterpriseId = enterprise, permitId = permit, code = "DW001", name = "废水总排口", kind = "废水总排放口" }).Saved()).Id();
        await client.Post("permit-limits", new { enterpriseId = enterprise, permitOutletId = outlet, factor = "w01018", limit = Limit, unit = "mg/L", standard = "GB 31572-2015", validFrom = "2024-01-01" }).Saved();
        var park = new AlarmPark(server, mn, enterprise, (string)values["name"]!, outlet);
        await server.Register(mn, new { fillsGaps = false });
        var point = await server.Post<JsonElement>("/api/v1/points/", new { name = park.PointName, kind = "WasteWater", enterprise = park.EnterpriseName, permitOutletId = outlet });
        await server.Post<JsonElement>("/api/v1/channels/", new { pointId = point.Id(), deviceMn = mn, factorCode = "w01018", name = "化学需氧量", unit = "mg/L", decimals = 1 });
        await park.Known();
        return park;
    }

    /// <summary>Rules, limits and plans are taken over within two seconds.</summary>
    public Task Known() => Task.Delay(TimeSpan.FromSeconds(4.5));

    public TestDevice Connect() => TestDevice.Connect(Server.Gateway);

    /// <summary>Sends a real-time value and waits for its answer, which comes once it is logged: alarms follow a little later.</summary>
    public Task Send(TestDevice device, DateTime time, double value, string flag = "N") =>
        Send(device, CommandCode.RealTimeData, time, $"w01018-Rtd={value.ToString(CultureInfo.InvariantCulture)},w01018-Flag={flag}");

    public async Task Send(TestDevice device, CommandCode command, DateTime time, string data)
    {
        await device.Send(TelegramWriter.Write(new Address(Mn, "123456", ProtocolVersion.V2017, "32"), NextQn(), command, $"DataTime={time:yyyyMMddHHmmss};{data}", wantsAnswer: true));
        (await device.Receive()).ShouldNotBeNull();
    }

    /// <summary>The logger's alarms, oldest first.</summary>
    public async Task<List<AlarmRow>> Alarms() => [.. (await Server.Get<PageOf<AlarmRow>>($"/api/v1/alarms/?q={Mn}&take=100")).Items.OrderBy(alarm => alarm.Id)];

    public async Task<AlarmRow> Alarm(Func<AlarmRow, bool> which, TimeSpan? within = null) => (await Api.Until(Alarms, alarms => alarms.Exists(alarm => which(alarm)), within)).First(which);

    /// <summary>Waits until there is one alarm of the logger and it is so.</summary>
    public async Task<AlarmRow> One(Func<AlarmRow, bool> which, TimeSpan? within = null) => (await Api.Until(Alarms, alarms => alarms.Count == 1 && which(alarms[0]), within))[0];

    public Task<List<StepRow>> Steps(int id) => Server.Get<List<StepRow>>($"/api/v1/alarms/{id}/steps");

    private long _qn;

    private DateTime NextQn() => Park.Now.AddMilliseconds(Interlocked.Increment(ref _qn));
}

internal sealed record AlarmRow(
    int Id, string Kind, string Interval, string Level, string State, string Title, int EnterpriseId, string Enterprise, string Point, string Factor, string Text, double? Limit, string Basis, double? TimesOver,
    bool IsLate, DateTime FirstAt, double? FirstValue, double? WorstValue, double? LastValue, int Count, int Raises, DateTime? EndedAt, string AcknowledgedBy, string Explanation, DateTime? ClosedAt);

internal sealed record StepRow(DateTime At, string Who, string Action, string Text);
