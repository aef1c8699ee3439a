using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Records;

/// <summary>An enterprise with a unit under GB 31571 (a leak from 2000 ppm on), four seals of which nobody can reach the last, an instrument up to 50,000 ppm, and a survey of yesterday, calibrated at eight.</summary>
internal sealed record FieldPark(string Mark, int Enterprise, int Unit, int Instrument, int Survey, IReadOnlyList<int> Seals) : IDisposable
{
    /// <summary>Whoever enters for the enterprise.</summary>
    public required SignInClient Officer { get; init; }

    public required int OfficerId { get; init; }

    public static string Day => Park.Now.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string SurveyCode => "XC-" + Mark;

    public string Serial => "FID-" + Mark;

    public static async Task<FieldPark> Build(TestServer server, Database database)
    {
        var (client, mark) = (server.Client, Guid.NewGuid().ToString("N")[..8]);
        var enterprise = await client.NewEnterprise($"现场试验{mark}公司");
        var unit = await Add("ldar-units", new { enterpriseId = enterprise, code = "U-" + mark, name = "装置" + mark, industry = "GB 31571-2015", isKeyRegion = false, sector = "石油化工" });
        var equipment = await Add("ldar-equipment", new { enterpriseId = enterprise, unitId = unit, code = "E-" + mark, name = "进料泵", kind = "泵", isExempt = false, isLowLeak = false });
        var seals = new List<int>();
        foreach (var number in Enumerable.Range(1, 4))
            seals.Add(await Add("ldar-seal-points", new { enterpriseId = enterprise, unitId = unit, equipmentId = equipment, code = Code(mark, number), name = "密封" + number, kind = "阀门", place = "一层东侧", isAccessible = number != 4, inaccessibleWhy = number == 4 ? "保温层内" : null, fluid = "乙烯", state = "气体" }));
        var instrument = await Add("ldar-instruments", new { enterpriseId = enterprise, serial = "FID-" + mark, model = "试验", principle = "FID", range = 50_000, verifiedTo = "2090-01-01" });
        var survey = await Add("ldar-surveys", new { enterpriseId = enterprise, code = "XC-" + mark, unitId = unit, instrumentId = instrument, calibratedAt = $"{Day} 08:00", calibrationPpm = 500, day = Day, inspector = "张三" });
        var officer = await RecordApi.SignedIn(server, $"field-{enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", enterprise);
        var user = (await officer.Client.GetFromJsonAsync<JsonElement>("/api/v1/ldar/field/surveys", RecordApi.Token)).GetProperty("user");
        return new(mark, enterprise, unit, instrument, survey, seals) { Officer = officer, OfficerId = user.Id() };

        async Task<int> Add(string type, object values) => (await client.Post(type, values).Saved()).Id();
    }

    public string Code(int number) => Code(Mark, number);

    /// <summary>A time of the survey's day as phones write it.</summary>
    public static string At(string time) => $"{Day}T{time}+08:00";

    public Task<HttpResponseMessage> Send(HttpClient client, params IReadOnlyList<object?> entries) => client.PostAsJsonAsync($"/api/v1/ldar/field/surveys/{Survey}/entries", new { entries }, RecordApi.Token);

    /// <summary>The answers of one batch, by their keys.</summary>
    public async Task<Dictionary<string, JsonElement>> Answers(params IReadOnlyList<object?> entries) =>
        (await Send(Officer.Client, entries).Saved()).GetProperty("answers").EnumerateArray().ToDictionary(one => one.GetProperty("key").GetString()!);

    /// <summary>What the platform has of a type, as the enterprise sees it.</summary>
    public async Task<List<JsonElement>> Stored(string type) => [.. (await Officer.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/{type}/?take=500", RecordApi.Token)).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("values"))];

    public void Dispose() => Officer.Dispose();

    private static string Code(string mark, int number) => $"V-{mark}-{number}";
}
