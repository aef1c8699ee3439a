using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.EndToEnd.Outlets;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Records;

/// <summary>
/// Two enterprises and somebody of a third: one has everything that enterprises can have, the other had an outlet and a record that now belong to the third. Every text and number of theirs
/// is unlike any other, so that whoever is told one is found out.
/// </summary>
internal sealed class ScopePark : IAsyncDisposable
{
    /// <summary>What the outlet of the first measures, mg/L; nobody else does.</summary>
    private const string OwnValue = "4321.87";

    /// <summary>What the outlet that changed hands measured before it did.</summary>
    private const string FormerValue = "3218.65";

    private static int _parks;
    private readonly OutletPark _own;
    private readonly OutletPark _moved;

    private ScopePark(TestServer server, OutletPark own, OutletPark moved, string marker) => (Server, _own, _moved, Marker) = (server, own, moved, marker);

    public TestServer Server { get; }

    /// <summary>Within every text of the first enterprise.</summary>
    public string Marker { get; }

    /// <summary>Within every text of the record that changed hands, from before it did.</summary>
    public string FormerMarker => Marker.Replace("机密", "旧事", StringComparison.Ordinal);

    /// <summary>The first enterprise.</summary>
    public int Enterprise => _own.Enterprise;

    /// <summary>The one that had the outlet and the record.</summary>
    public int Former => _moved.Enterprise;

    /// <summary>The third, which has them now.</summary>
    public int Walker { get; private set; }

    public int MovedPoint => _moved.Point;

    public int MovedChannel { get; private set; }

    public int MovedRecord { get; private set; }

    public int MovedAttachment { get; private set; }

    /// <summary>One record of each type that belongs to enterprises.</summary>
    public Dictionary<string, int> Records { get; } = [];

    /// <summary>A document of each of these.</summary>
    public Dictionary<string, int> Attachments { get; } = [];

    /// <summary>Everything else that has a number, by the first word of its addresses.</summary>
    public Dictionary<string, long> Others { get; } = [];

    public string Mn => _own.Mn;

    /// <summary>What the first enterprise's accounts alone may be told.</summary>
    public IReadOnlyList<string> Secrets => [Marker, _own.Mn, OwnValue];

    /// <summary>What the outlet's and the record's former owner alone may be told.</summary>
    public IReadOnlyList<string> FormerSecrets => [FormerMarker, FormerValue];

    public static string From => DateTime.UtcNow.AddDays(-20).ToString("O", CultureInfo.InvariantCulture);

    public static string To => DateTime.UtcNow.AddHours(1).ToString("O", CultureInfo.InvariantCulture);

    public static async Task<ScopePark> Build(TestServer server)
    {
        var marker = string.Create(CultureInfo.InvariantCulture, $"机密{Environment.ProcessId % 10_000:D4}{Interlocked.Increment(ref _parks)}");
        var park = new ScopePark(server, await OutletPark.Water(server), await OutletPark.Water(server), marker);
        await park.Plant();
        await park.Measure(park._own, OwnValue);
        await park.Measure(park._moved, FormerValue);
        await park.Alarm();
        await park.Propose();
        await park.HandOver();
        return park;
    }

    public string MovedMn => _moved.Mn;

    /// <summary>The logger of the outlet that changed hands sends on.</summary>
    public async Task SendMoved(string data)
    {
        await _moved.Device.Send(TestDevice.RealTime(_moved.Mn, Park.Now, data));
        (await _moved.Device.Receive()).ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await _own.DisposeAsync();
        await _moved.DisposeAsync();
    }

    private async Task Plant()
    {
        var client = Server.Client;
        await client.Put("enterprises", Enterprise, new { name = Marker + "公司" }).Saved();
        Records["enterprises"] = Enterprise;
        await Add("enterprise-contacts", new { enterpriseId = Enterprise, name = Marker, duty = "环保负责人", phone = "13811112222" });
        await Add("enterprise-eias", new { enterpriseId = Enterprise, project = Marker, kind = "报告表" });
        await Add("permits", new { enterpriseId = Enterprise, number = Marker, category = "重点管理", validFrom = "2024-01-01", validTo = "2029-01-01", state = "有效" });
        await Add("permit-outlets", new { enterpriseId = Enterprise, permitId = Records["permits"], code = "DA009", name = Marker, kind = "废气主要排放口" });
        await Add("permit-limits", new { enterpriseId = Enterprise, permitOutletId = Records["permit-outlets"], factor = "a21026", limit = 50, unit = "mg/m³", standard = Marker, validFrom = "2024-01-01" });
        Records["outlet-filings"] = _own.Filing;
        await client.Put("outlet-filings", _own.Filing, new { standard = Marker }).Saved();
        await Add("outlet-instruments", new { enterpriseId = Enterprise, filingId = _own.Filing, factor = "w01018", model = Marker, serial = Marker, rangeFrom = 0, rangeTo = 10_000, unit = "mg/L" });
        await Add("instrument-checks", new { enterpriseId = Enterprise, filingId = _own.Filing, factor = "w01018", kind = "标样核查", checkedAt = $"{OutletPark.Day(0)} 08:00", reading = 81, reference = 80, remark = Marker });
        await Add("outlet-manual-results", new { enterpriseId = Enterprise, filingId = _own.Filing, reportNumber = Marker, factor = "w01018", value = 40, unit = "mg/L", from = $"{OutletPark.Day(0)} 08:00", to = $"{OutletPark.Day(0)} 12:00", method = "HJ 828-2017", laboratory = Marker });
        await Add("discharge-quotas", new { enterpriseId = Enterprise, filingId = _own.Filing, cardNumber = Marker, factor = "w01018", from = OutletPark.Day(0), to = OutletPark.Day(30), quota = 500_000, unit = "kg" });
        await Add("exemption-plans", new { enterpriseId = Enterprise, title = Marker, kind = "设备检修", startsAt = $"{OutletPark.Day(-9)} 08:00", endsAt = $"{OutletPark.Day(-9)} 09:00", why = Marker });
        await Add("waste-kinds", new { enterpriseId = Enterprise, name = Marker, @class = "危险废物", code = "900-249-08", permitMaximum = 10 });
        await Add("waste-stores", new { enterpriseId = Enterprise, code = "TS001", name = Marker, kind = "贮存库", capacity = 40 });
        var disposer = (await client.Post("waste-disposers", new { name = $"接收{Enterprise}单位", kind = "豁免利用处置单位", province = "江苏", isCapable = true }).Saved()).Id();
        var yesterday = Park.Now.AddDays(-1);
        var day = yesterday.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        await Add("waste-ledger", new { enterpriseId = Enterprise, stage = "产生", code = $"HWCS{day}001", at = $"{yesterday:yyyy-MM-dd} 08:00", kindId = Records["waste-kinds"], amount = 2, note = Marker });
        await client.Post("waste-ledger", new { enterpriseId = Enterprise, stage = "委外利用", code = $"HWWWLY{day}001", at = $"{yesterday:yyyy-MM-dd} 09:00", kindId = Records["waste-kinds"], amount = 1, sourceCode = $"HWCS{day}001", disposerId = disposer, note = Marker }).Saved();
        await Add("waste-manifests", new { enterpriseId = Enterprise, number = $"{yesterday.Year}3299{Enterprise % 1_000_000:D6}", disposerId = disposer, carrier = Marker, vehicle = "苏E00000", leftAt = $"{yesterday:yyyy-MM-dd} 10:00", items = new[] { new { batch = $"HWWWLY{day}001", kindId = Records["waste-kinds"], sent = 1 } } });
        await Add("waste-declarations", new { enterpriseId = Enterprise, kind = "年度申报", period = "2025", handedInOn = "2026-03-20", number = Marker, note = Marker });
        await Add("waste-plans", new { enterpriseId = Enterprise, year = yesterday.Year, kindId = Records["waste-kinds"], expected = 10, transfer = "不转移", measures = Marker, facility = Marker });
        var month = new DateOnly(yesterday.Year, yesterday.Month, 1).AddMonths(-1);
        await Add("waste-drivers", new { enterpriseId = Enterprise, kindId = Records["waste-kinds"], basis = "产品产量", item = Marker, month = $"{month:yyyy-MM-dd}", amount = 100, unit = "t", source = Marker });
        await Leak(yesterday);
        await Add("fugitive-sources", new { enterpriseId = Enterprise, code = "V-" + Marker, name = Marker, kind = "储罐", material = Marker, control = "浮顶", cycleMonths = 3, since = "2026-01-01" });
        await Add("fugitive-inspections", new { enterpriseId = Enterprise, sourceId = Records["fugitive-sources"], day = $"{yesterday:yyyy-MM-dd}", inspector = Marker, verdict = "符合", note = Marker });
        await Add("fence-causes", new { enterpriseId = Enterprise, kind = "厂界峰值", point = Marker, factor = "a24088", from = $"{yesterday:yyyy-MM-dd} 08:00", to = $"{yesterday:yyyy-MM-dd} 10:00", foundOn = $"{yesterday:yyyy-MM-dd}", evidence = Marker, causeDueOn = "2099-01-01", actionDueOn = "2099-01-01" });
        await Add("manual-points", new { enterpriseId = Enterprise, code = "P-" + Marker, name = Marker, kind = "废水", standard = Marker });
        await Add("manual-plans", new { enterpriseId = Enterprise, pointId = Records["manual-points"], factor = "w01018", times = 2, per = "月", from = "2026-01-01", basis = Marker });
        await Add("manual-operation", new { enterpriseId = Enterprise, pointId = Records["manual-points"], month = $"{yesterday:yyyy-MM}-01", volume = 4_321.87, note = Marker });
        await Add("manual-reports", new { enterpriseId = Enterprise, number = "BG-" + Marker, kind = "自行监测", note = Marker });
        await Add("manual-samples", new { enterpriseId = Enterprise, reportId = Records["manual-reports"], pointId = Records["manual-points"], factor = "w01018", at = $"{yesterday:yyyy-MM-dd} 09:00", reported = "4321.87", unit = "mg/L", remark = Marker });
        // A point at the outlet that sends on line: its sample stands beside the instrument.
        var permit = (await Server.Get<JsonElement>($"/api/v1/records/permit-outlets/?f.enterpriseId={Enterprise}")).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("values").GetProperty("code").GetString() == "DW001").Id();
        var online = (await client.Post("manual-points", new { enterpriseId = Enterprise, code = "Q-" + Marker, name = Marker + "在线", kind = "废水", permitOutletId = permit }).Saved()).Id();
        // What figures count is handed in or approved.
        var approved = (await client.Post("manual-reports", new { enterpriseId = Enterprise, number = "BG2-" + Marker, kind = "自行监测" }).Saved()).Id();
        await client.Post("manual-samples", new { enterpriseId = Enterprise, reportId = approved, pointId = Records["manual-points"], factor = "w01018", at = $"{yesterday:yyyy-MM-dd} 11:00", reported = OwnValue, unit = "mg/L" }).Saved();
        await client.Post("manual-samples", new { enterpriseId = Enterprise, reportId = approved, pointId = online, factor = "w01018", at = $"{yesterday:yyyy-MM-dd} 12:00", reported = "40", unit = "mg/L" }).Saved();
        await client.PostAsync($"/api/v1/manual/reports/{approved}/approve", null, RecordApi.Token).Saved();
        await Add("pollutants", new { enterpriseId = Enterprise, element = "废气", code = "a25002", isToxic = true, evidence = Marker, since = 2024 });
        await Add("pollutant-years", new { enterpriseId = Enterprise, pollutantId = Records["pollutants"], year = yesterday.Year, kilograms = 4_321.87, basis = "物料衡算", note = Marker });
        foreach (var (side, latitude) in new[] { ("北", 32.051), ("南", 32.049) })
        {
            var fence = await Server.Post<JsonElement>("/api/v1/points/", new { name = Marker + side, kind = "FenceLine", enterpriseId = Enterprise, longitude = 120.95, latitude });
            var mn = Api.NewMn();
            await Server.Register(mn);
            Others["fence-channels"] = (await Server.Post<JsonElement>("/api/v1/channels/", new { pointId = fence.Id(), deviceMn = mn, factorCode = "a24088", name = Marker, unit = "mg/m³", decimals = 3 })).Id();
        }

        foreach (var (type, id) in Records)
            Attachments[type] = await Attach($"/api/v1/records/{type}/{id}/attachments", Marker);

        async Task Add(string type, object values) => Records[type] = (await client.Post(type, values).Saved()).Id();
    }

    /// <summary>A seal that leaked; the platform opens its repair by itself.</summary>
    private async Task Leak(DateTime yesterday)
    {
        var client = Server.Client;
        await Add("ldar-units", new { enterpriseId = Enterprise, code = "U-" + Marker, name = Marker, isKeyRegion = false, sector = "石油化工" });
        await Add("ldar-equipment", new { enterpriseId = Enterprise, unitId = Records["ldar-units"], code = "E-" + Marker, name = Marker, kind = "泵", isExempt = false, isLowLeak = false });
        await Add("ldar-seal-points", new { enterpriseId = Enterprise, unitId = Records["ldar-units"], equipmentId = Records["ldar-equipment"], code = "V-" + Marker, name = Marker, kind = "阀门", place = Marker, isAccessible = true, fluid = Marker, state = "气体" });
        await Add("ldar-instruments", new { enterpriseId = Enterprise, serial = "F-" + Marker, model = Marker, principle = "FID", range = 100_000, verifiedTo = "2099-01-01" });
        await Add("ldar-calibrations", new { enterpriseId = Enterprise, instrumentId = Records["ldar-instruments"], kind = "校准", at = $"{yesterday:yyyy-MM-dd} 07:00", gas = "甲烷", nominal = 500, reading = 500, person = Marker });
        await Add("ldar-backgrounds", new { enterpriseId = Enterprise, unitId = Records["ldar-units"], instrumentId = Records["ldar-instruments"], at = $"{yesterday:yyyy-MM-dd} 08:00", ppm = 3, person = Marker });
        await Add("ldar-rounds", new { enterpriseId = Enterprise, name = Marker, first = $"{yesterday:yyyy-MM-dd}", last = $"{yesterday:yyyy-MM-dd}", contractor = Marker });
        await Add("ldar-surveys", new { enterpriseId = Enterprise, code = "X-" + Marker, unitId = Records["ldar-units"], instrumentId = Records["ldar-instruments"], calibratedAt = $"{yesterday:yyyy-MM-dd} 07:00", calibrationPpm = 500, day = $"{yesterday:yyyy-MM-dd}", inspector = Marker });
        await Add("ldar-readings", new { enterpriseId = Enterprise, surveyId = Records["ldar-surveys"], sealPointId = Records["ldar-seal-points"], at = $"{yesterday:yyyy-MM-dd} 09:00", reading = 8_000 });
        var opened = await Api.Until(() => Server.Get<PageOf<JsonElement>>($"/api/v1/records/ldar-repairs/?f.enterpriseId={Enterprise}"), page => page.Total == 1);
        Records["ldar-repairs"] = opened.Items[0].Id();
        await client.Put("ldar-repairs", Records["ldar-repairs"], new { method = Marker }).Saved();
        Others["ldar"] = Records["ldar-surveys"];

        async Task Add(string type, object values) => Records[type] = (await client.Post(type, values).Saved()).Id();
    }

    /// <summary>Three days of hours, a value now, and what the instrument says of itself.</summary>
    private async Task Measure(OutletPark park, string value)
    {
        for (var hour = 0; hour < 72; hour++)
            await park.Hour(hour, $"w01018-Avg={value},w01018-Flag=N;w00000-Avg=10,w00000-Flag=N");
        await park.Arrived("w01018", 72);
        await park.Rebuild();
        var start = OutletPark.First.AddHours(6);
        await Send(park, CommandCode.DeviceInformation, start, "PolId=w01018;i13008-Info=1.02;i12001-Info=0");
        await Send(park, CommandCode.DeviceInformation, start.AddMinutes(1), $"PolId=w01018;i11001-Info=//{value}//");
        await Send(park, CommandCode.DeviceInformation, start.AddMinutes(2), "PolId=w01018;i13008-Info=0.51");
        await Send(park, CommandCode.StandardCheckResult, start.AddMinutes(3), $"w01018-SampleRd={value},w01018-StandardValue={value},w01018-ResultType=1");
        await Api.Until(() => Server.Get<PageOf<JsonElement>>($"/api/v1/instruments/checks?mn={park.Mn}"), page => page.Total == 1);
        await Server.Client.PostAsJsonAsync($"/api/v1/outlets/{park.Point}/valve-orders", new { isShutting = false, why = park == _own ? Marker : FormerMarker }, RecordApi.Token).Saved();
        (Others["channels"], MovedChannel) = park == _own ? ((await Server.Channel(park.Mn, "w01018"))!.Id, MovedChannel) : (Others["channels"], (await Server.Channel(park.Mn, "w01018"))!.Id);
        (Others["points"], Others["outlets"]) = (_own.Point, _own.Point);
    }

    /// <summary>An hour over the limit of 50 mg/L raises it.</summary>
    private async Task Alarm()
    {
        var alarms = await Api.Until(() => Server.Get<PageOf<JsonElement>>($"/api/v1/alarms?q={_own.Mn}&f.state=all"), page => page.Total > 0);
        Others["alarms"] = alarms.Items[0].Id();
        await Server.Client.PostAsJsonAsync($"/api/v1/alarms/{Others["alarms"]}/handle", new { reason = "治污设施故障", measures = Marker }, RecordApi.Token).Saved();
        Others["alarm-attachments"] = await Attach($"/api/v1/alarms/{Others["alarms"]}/attachments", Marker);
        await Api.Until(() => Server.Get<PageOf<JsonElement>>($"/api/v1/alarms?q={_moved.Mn}&f.state=all"), page => page.Total > 0);
    }

    private async Task Propose()
    {
        using var officer = await RecordApi.SignedIn(Server, $"scope-b-{Enterprise}", "enterprise-officer", Enterprise);
        var proposed = await officer.Client.Post("enterprise-eias", new { project = Marker + "二期", kind = "报告表" }).Saved();
        Others["proposals"] = proposed.GetProperty("proposal").GetInt32();
    }

    /// <summary>The outlet and a contact go to the third enterprise from today on.</summary>
    private async Task HandOver()
    {
        var client = Server.Client;
        Walker = await client.NewEnterprise();
        MovedRecord = (await client.Post("enterprise-contacts", new { enterpriseId = Former, name = FormerMarker, duty = "环保负责人", phone = "13811112222" }).Saved()).Id();
        MovedAttachment = await Attach($"/api/v1/records/enterprise-contacts/{MovedRecord}/attachments", FormerMarker);
        await client.Put("enterprise-contacts", MovedRecord, new { enterpriseId = Walker, name = "改名之后" }).Saved();
        // Its limit is that of the new owner's permit, linked by the outlet's name.
        var permit = (await client.Post("permits", new { enterpriseId = Walker, number = $"新{_moved.Mn}", category = "重点管理", validFrom = "2024-01-01", validTo = "2029-01-01", state = "有效" }).Saved()).Id();
        var outlet = (await client.Post("permit-outlets", new { enterpriseId = Walker, permitId = permit, code = "DW001", name = $"排口 {_moved.Mn}", kind = "废水总排放口" }).Saved()).Id();
        await client.Post("permit-limits", new { enterpriseId = Walker, permitOutletId = outlet, factor = "w01018", limit = 50, unit = "mg/L", standard = "GB 31572-2015", validFrom = "2024-01-01" }).Saved();
        await client.PutAsJsonAsync($"/api/v1/points/{_moved.Point}", new { name = $"排口 {_moved.Mn}", kind = "WasteWater", enterpriseId = Walker }, RecordApi.Token).Saved();
    }

    private async Task<int> Attach(string address, string text)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes($"%PDF-1.7\n{text}\n%%EOF")), "file", $"{text}.pdf" } };
        return (await Server.Client.PostAsync(address, content, RecordApi.Token).Saved()).Id();
    }

    private static async Task Send(OutletPark park, CommandCode command, DateTime time, string data)
    {
        await park.Device.Send(TelegramWriter.Write(new Address(park.Mn, "123456", ProtocolVersion.V2017, "32"), Park.Now.AddMilliseconds(time.Minute + 500), command, $"DataTime={time:yyyyMMddHHmmss};{data}", wantsAnswer: true));
        (await park.Device.Receive()).ShouldNotBeNull();
    }
}
