using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Outlets;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Records;

/// <summary>What an enterprise is judged by is not its to change: each of its types is tried, and a type that is added has to be added here.</summary>
public sealed class JudgedTests(Servers servers)
{
    /// <summary>What judges nobody, and the ledgers that enterprises have to keep themselves (HJ 1259-2022 4.2, LDAR; results of a report that is not handed in yet): each change of them leaves a revision.</summary>
    private static readonly string[] Free = ["enterprise-contacts", "waste-ledger", "waste-manifests", "waste-declarations", "waste-plans", "manual-reports", "manual-samples", "fugitive-inspections", .. Ldar];

    /// <summary>What GB 37822-2019 8.5 has enterprises record themselves; limits, units, exemptions and instruments are not among it, and nobody agrees to a delay of his own.</summary>
    private static string[] Ldar => ["ldar-seal-points", "ldar-calibrations", "ldar-backgrounds", "ldar-surveys", "ldar-readings", "ldar-repairs"];

    /// <summary>A change that would be to the enterprise's liking, for each type.</summary>
    private static readonly Dictionary<string, object> Wishes = new()
    {
        ["enterprises"] = new { address = "别处" },
        ["enterprise-contacts"] = new { phone = "13900009999" },
        ["enterprise-eias"] = new { approvalNumber = "自批〔2026〕1号" },
        ["permits"] = new { validTo = "2099-01-01" },
        ["permit-outlets"] = new { code = "DA010" },
        ["permit-limits"] = new { limit = 50_000 },
        ["outlet-filings"] = new { standard = "宽松标准" },
        ["outlet-instruments"] = new { rangeTo = 99_999 },
        ["instrument-checks"] = new { reading = 80 },
        ["outlet-manual-results"] = new { value = 1 },
        ["discharge-quotas"] = new { quota = 2_046_000 },
        ["exemption-plans"] = new { endsAt = $"{OutletPark.Day(30)} 08:00" },
        ["waste-kinds"] = new { permitMaximum = 99_999 },
        ["waste-stores"] = new { capacity = 99_999 },
        ["waste-ledger"] = new { amount = 1.5 },
        ["waste-manifests"] = new { vehicle = "苏E99999" },
        ["waste-declarations"] = new { handedInOn = "2026-03-21" },
        ["waste-plans"] = new { expected = 11 },
        ["waste-drivers"] = new { amount = 1 },
        ["pollutants"] = new { isToxic = false, isMuch = true },
        ["pollutant-years"] = new { kilograms = 1 },
        ["fugitive-sources"] = new { cycleMonths = 24 },
        ["fugitive-inspections"] = new { note = "更正" },
        ["fence-causes"] = new { causedOn = $"{Park.Now:yyyy-MM-dd}", cause = "与本企业无关" },
        ["manual-points"] = new { standard = "宽松标准" },
        ["manual-plans"] = new { times = 1, per = "年" },
        ["manual-operation"] = new { volume = 1 },
        ["manual-reports"] = new { note = "更正" },
        ["manual-samples"] = new { reported = "1.5" },
        ["ldar-units"] = new { industry = "", isKeyRegion = false, name = "改名" },
        ["ldar-equipment"] = new { isExempt = true, exemptionReason = "系统处于负压" },
        ["ldar-seal-points"] = new { place = "别处" },
        ["ldar-instruments"] = new { range = 999_999 },
        ["ldar-calibrations"] = new { reading = 501 },
        ["ldar-backgrounds"] = new { places = "四周" },
        ["ldar-rounds"] = new { last = "2099-01-01" },
        ["ldar-surveys"] = new { weather = "晴" },
        ["ldar-readings"] = new { dwellSeconds = 10 },
        ["ldar-repairs"] = new { method = "紧固" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Nothing_that_an_enterprise_is_judged_by_changes_by_its_own_hand(Database database)
    {
        var server = await servers.On(database);
        await using var park = await ScopePark.Build(server);
        using var officer = await RecordApi.SignedIn(server, $"judged-{park.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", park.Enterprise);
        Wishes.Keys.ShouldBe(park.Records.Keys, ignoreOrder: true);
        foreach (var (type, id) in park.Records)
        {
            var before = await Revision(type, id);
            using (var answer = await officer.Client.Put(type, id, Wishes[type]))
                answer.StatusCode.ShouldBe(Free.Contains(type) ? HttpStatusCode.OK : type is "discharge-quotas" or "instrument-checks" or "outlet-manual-results" ? HttpStatusCode.Forbidden : HttpStatusCode.Accepted, type);
            (await Revision(type, id)).ShouldBe(Free.Contains(type) ? before + 1 : before, type);
            using (var removed = await officer.Client.DeleteAsync($"/api/v1/records/{type}/{id}/attachments/{park.Attachments[type]}", Token))
                removed.StatusCode.ShouldBe(Free.Contains(type) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, type);
            using (var deleted = await officer.Client.DeleteAsync($"/api/v1/records/{type}/{id}?why=x", Token))
                deleted.StatusCode.ShouldBe(HttpStatusCode.Forbidden, type);
        }

        // A new check waits for the park; a quota is not entered at all.
        using (var check = await officer.Client.Post("instrument-checks", new { filingId = park.Records["outlet-filings"], factor = "w01018", kind = "标样核查", checkedAt = $"{OutletPark.Day(1)} 08:00", reading = 80, reference = 80 }))
            check.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using (var quota = await officer.Client.Post("discharge-quotas", new { filingId = park.Records["outlet-filings"], cardNumber = "K9", factor = "w01018", from = OutletPark.Day(0), to = OutletPark.Day(30), quota = 9_000_000 }))
            quota.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.Client.GetFromJsonAsync<JsonElement>("/api/v1/records/instrument-checks/", Token)).GetProperty("total").GetInt32().ShouldBe(1);

        // What waits can be approved, whatever its type works out of what was entered; and then it is so.
        var waiting = (await server.Get<JsonElement>("/api/v1/proposals/?state=Submitted&take=500")).GetProperty("items").EnumerateArray().Where(one => one.GetProperty("enterpriseId").GetInt32() == park.Enterprise).Select(one => one.Id()).ToList();
        waiting.Count.ShouldBe(Wishes.Keys.Except(Free).Count() - 3 + 2); // Three are not proposed at all; the new check, and the one that was planted.
        foreach (var proposal in waiting)
            await server.Client.PostAsync($"/api/v1/proposals/{proposal}/approve", null, Token).Saved();
        (await server.Get<JsonElement>($"/api/v1/records/waste-kinds/{park.Records["waste-kinds"]}")).GetProperty("values").GetProperty("maximum").GetDouble().ShouldBe(99_999);

        // Every other type of the document is the park's.
        var document = await officer.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token);
        var others = document.GetProperty("paths").EnumerateObject().Select(path => path.Name.Split('/')).Where(words => words is ["", "api", "v1", "records", _]).Select(words => words[4]).Except(park.Records.Keys).ToList();
        others.Count.ShouldBeGreaterThan(10);
        foreach (var type in others)
            await officer.Client.Post(type, new { }).Refused(HttpStatusCode.Forbidden);

        async Task<int> Revision(string type, int id) => (await server.Get<JsonElement>($"/api/v1/records/{type}/{id}")).GetProperty("revision").GetInt32();
    }
}
