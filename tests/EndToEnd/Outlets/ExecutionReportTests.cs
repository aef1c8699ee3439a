using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Alarms;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using MiniExcelLibs;

namespace EcoPark.EndToEnd.Outlets;

/// <summary>执行报告: what an outlet did in a period, with what the enterprise says of it, as tables, Word and Excel.</summary>
public class ExecutionReportTests(Servers servers)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Exceedances_stand_there_with_their_explanation_and_masses_beside_the_permit(Database database)
    {
        var server = await servers.On(database);
        await using var park = await OutletPark.Gas(server);
        // A day at 30 mg/m³, 12 % O₂ and 36 000 m³/h, but 60 at 05 h. At 9 % O₂: 30 · (21 − 9) / (21 − 12) = 40 and 80, over 50.
        for (var hour = 0; hour < 24; hour++)
            await park.Hour(hour, $"a21026-Avg={(hour == 5 ? 60 : 30)},a21026-Flag=N;a19001-Avg=12,a19001-Flag=N;a00000-Avg=36000,a00000-Flag=N");
        await park.Arrived("a21026", 24);
        await park.Rebuild();
        var alarm = (await Api.Until(() => server.Get<PageOf<AlarmRow>>($"/api/v1/alarms/?q={park.Mn}&f.category=exceedance"), page => page.Items.Count == 1)).Items[0];
        using var officer = await RecordApi.SignedIn(server, $"exec-{park.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", park.Enterprise);
        await server.Client.PostAsJsonAsync($"/api/v1/alarms/{alarm.Id}/request-explanation", new { due = DateTime.UtcNow.AddDays(1) }, RecordApi.Token).Saved();
        await officer.Client.PostAsJsonAsync($"/api/v1/alarms/{alarm.Id}/explain", new { text = "脱硫泵跳停，十分钟后恢复" }, RecordApi.Token).Saved();

        var address = $"/api/v1/execution-report/?enterprise={park.Enterprise}&from={OutletPark.Day(0)}&to={OutletPark.Day(0)}";
        var tables = (await officer.Client.GetFromJsonAsync<JsonElement>(address, RecordApi.Token)).EnumerateArray().ToDictionary(table => table.GetProperty("title").GetString()!, Rows);
        tables.Keys.ShouldBe(["联网排口", "自动监测设施异常情况", "自行监测（自动）统计", "自行监测（手工）统计", "实际排放量与许可排放量", "废气超标时段小时均值", "废水超标时段日均值", "手工监测超标"]);
        var monitored = tables["自行监测（自动）统计"].ShouldHaveSingleItem();
        // Mean (23 · 40 + 80) / 24 = 41.67; one of 24 over.
        monitored[1..].ShouldBe(["二氧化硫（mg/m³）", "小时折算值", "50", "24", "40.00", "80.00", "41.67", "1", "4.2 %", "100.0 %"], StringsLikeShares);
        // (23 · 30 + 60) mg/m³ · 36 000 m³/h · 10⁻⁶ = 27 kg.
        var emitted = tables["实际排放量与许可排放量"].ShouldHaveSingleItem();
        emitted[2].ShouldBe("27.00");
        emitted[6].ShouldBe("1");
        var exceeding = tables["废气超标时段小时均值"].ShouldHaveSingleItem();
        exceeding[0].ShouldStartWith($"{OutletPark.Day(0)} 05:00");
        exceeding[4].ShouldBe("80.00 mg/m³");
        exceeding[5].ShouldContain("超标 0.6 倍");
        exceeding[6].ShouldBe("脱硫泵跳停，十分钟后恢复（说明待审核）");
        tables["废水超标时段日均值"].ShouldBeEmpty();

        var workbook = await officer.Client.GetByteArrayAsync(address.Replace("/?", "/report.xlsx?"), RecordApi.Token);
        using (var sheets = new MemoryStream(workbook))
        {
            sheets.GetSheetNames().ShouldBe(tables.Keys);
            sheets.Query(sheetName: "废气超标时段小时均值").Cast<IDictionary<string, object>>().Last().Values.ShouldContain("80.00 mg/m³");
        }

        using var word = new ZipArchive(new MemoryStream(await officer.Client.GetByteArrayAsync(address.Replace("/?", "/report.docx?"), RecordApi.Token)));
        using var text = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        (await text.ReadToEndAsync(RecordApi.Token)).ShouldContain("脱硫泵跳停，十分钟后恢复");

        // Bad input, and somebody else's enterprise.
        (await server.Client.GetAsync(address.Replace(OutletPark.Day(0), "2020-01-01").Replace("to=2020-01-01", "to=2026-01-01"), RecordApi.Token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var foreign = await RecordApi.SignedIn(server, $"exec-x-{park.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", await server.Client.NewEnterprise());
        (await foreign.Client.GetAsync(address, RecordApi.Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static readonly IEqualityComparer<string> StringsLikeShares = EqualityComparer<string>.Create((one, other) => one?.Replace(" ", "") == other?.Replace(" ", ""));

    private static List<List<string>> Rows(JsonElement table) => [.. table.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()!).ToList())];
}
