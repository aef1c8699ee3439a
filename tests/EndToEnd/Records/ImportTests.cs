using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.Support;
using MiniExcelLibs;

namespace EcoPark.EndToEnd.Records;

/// <summary>Excel in and out, with files as people send them and as attackers do.</summary>
public sealed class ImportTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Five_hundred_enterprises_are_imported_and_a_second_time_change_nothing(Database database)
    {
        var client = (await servers.On(database)).Client;
        var rows = Enumerable.Range(0, 500).Select(_ => Row(RecordApi.Enterprise())).ToList();
        var book = await Workbook(rows);
        var watch = Stopwatch.StartNew();
        var report = await Import(client, book).Saved();
        (report.GetProperty("isDone").GetBoolean(), report.GetProperty("added").GetInt32(), report.GetProperty("badRows").GetInt32()).ShouldBe((true, 500, 0));
        TestContext.Current.TestOutputHelper?.WriteLine($"500 enterprises on {database}: {watch.Elapsed.TotalSeconds:0.00} s");
        var found = await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/?q={rows[417]["统一社会信用代码"]}", Token);
        found.GetProperty("items")[0].GetProperty("title").GetString().ShouldBe((string)rows[417]["企业名称"]!);
        // Every one of them is in the history and in the audit log, as if typed in.
        var history = await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/{found.GetProperty("items")[0].Id()}/history", Token);
        history.GetProperty("items")[0].GetProperty("action").GetString().ShouldBe("新增");

        var again = await Import(client, book).Saved();
        (again.GetProperty("added").GetInt32(), again.GetProperty("changed").GetInt32(), again.GetProperty("unchanged").GetInt32()).ShouldBe((0, 0, 500));
        rows[3]["职工人数（人）"] = 88;
        var third = await Import(client, await Workbook(rows)).Saved();
        (third.GetProperty("changed").GetInt32(), third.GetProperty("unchanged").GetInt32()).ShouldBe((1, 499));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Bad_cells_are_named_and_the_good_rows_or_none_are_taken(Database database)
    {
        var client = (await servers.On(database)).Client;
        var rows = Enumerable.Range(0, 6).Select(_ => Row(RecordApi.Enterprise())).ToList();
        rows[1]["行业类别"] = "有机化学原料制造"; // The name will do.
        rows[2]["统一社会信用代码"] = "123";
        rows[3]["联系方式"] = "请打电话";
        rows[3]["职工人数（人）"] = "12.5";
        rows[4]["统一社会信用代码"] = rows[0]["统一社会信用代码"];
        var book = await Workbook(rows);
        var all = await Import(client, book).Saved();
        (all.GetProperty("isDone").GetBoolean(), all.GetProperty("badRows").GetInt32()).ShouldBe((false, 3));
        all.GetProperty("problems").EnumerateArray().Select(one => (one.GetProperty("row").GetInt32(), one.GetProperty("heading").GetString())).Order()
            .ShouldBe([(4, "统一社会信用代码"), (5, "职工人数（人）"), (5, "联系方式"), (6, "企业名称")]);
        (await Total(client, (string)rows[0]["统一社会信用代码"]!)).ShouldBe(0);

        var sheet = await client.PostAsync("/api/v1/records/enterprises/import/result", Form(book, "企业.xlsx"), Token);
        var told = (await sheet.Content.ReadAsStreamAsync(Token)).Query(useHeaderRow: true).Select(row => (string?)((IDictionary<string, object?>)row)["导入结果"]).ToList();
        told[0].ShouldBe("正确，未导入");
        told[3]!.ShouldContain("职工人数应为整数");
        await sheet.Content.LoadIntoBufferAsync(Token);
        BadCells(await sheet.Content.ReadAsByteArrayAsync(Token)).ShouldBeGreaterThanOrEqualTo(4);

        var good = await Import(client, book, "goodRows=true").Saved();
        (good.GetProperty("isDone").GetBoolean(), good.GetProperty("added").GetInt32()).ShouldBe((true, 3));
        (await Total(client, (string)rows[0]["统一社会信用代码"]!)).ShouldBe(1);
        (await Total(client, (string)rows[3]["统一社会信用代码"]!)).ShouldBe(0);
    }

    [Fact]
    public async Task A_template_filled_in_as_it_is_can_be_imported_and_an_export_too()
    {
        var client = (await servers.On(Database.Sqlite)).Client;
        var template = new MemoryStream(await client.GetByteArrayAsync("/api/v1/records/enterprises/template", Token)).Query().Cast<IDictionary<string, object?>>().Single().Values.Cast<string>().ToList();
        template.ShouldContain("企业名称");
        template.ShouldContain("厂区面积（公顷）");
        var values = RecordApi.Enterprise("=HYPERLINK(\"http://evil\",\"点我\")有限公司");
        var made = await client.Post("enterprises", values).Saved();
        var export = await client.GetByteArrayAsync($"/api/v1/records/enterprises/export?q={values["creditCode"]}", Token);
        // A text that looks like a formula is a text in the file.
        using (var zip = new ZipArchive(new MemoryStream(export)))
        {
            using var reader = new StreamReader(zip.Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
            var xml = await reader.ReadToEndAsync(Token);
            xml.ShouldNotContain("<f>");
            xml.ShouldNotContain("<x:f>");
            xml.ShouldContain("=HYPERLINK");
        }

        var row = new MemoryStream(export).Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().Single();
        row["行业类别"].ShouldBe("C2614 有机化学原料制造");
        row.Remove("更新时间");
        row.Remove("更新人");
        var again = await Import(client, await Workbook([new Dictionary<string, object?>(row)])).Saved();
        (again.GetProperty("unchanged").GetInt32(), again.GetProperty("badRows").GetInt32()).ShouldBe((1, 0), again.ToString());
        made.GetProperty("title").GetString()!.ShouldStartWith("=HYPERLINK");
    }

    [Fact]
    public async Task Broken_and_hostile_files_are_refused_with_a_reason()
    {
        var client = (await servers.On(Database.Sqlite)).Client;
        var good = await Workbook([Row(RecordApi.Enterprise())]);
        await Refused("不是工作簿"u8.ToArray(), "不是 xlsx 工作簿");
        await Refused([], "文件");
        await Refused(good[..(good.Length / 2)], "损坏");
        await Refused(Zip(("a.txt", 10)), "不是 Office 文档");
        await Refused(Zip(("[Content_Types].xml", 10), ("xl/worksheets/sheet1.xml", 400 * 1024 * 1024)), "不是正常的文件");
        await Refused(Zip(("[Content_Types].xml", 10), ("xl/vbaProject.bin", 10)), "含有宏");
        await Refused(Zip(("[Content_Types].xml", 10), ("xl/workbook.xml", 10)), "无法读取");
        await Refused(await Workbook([new Dictionary<string, object?> { ["企业名称"] = "甲", ["天气"] = "晴" }]), "表头“天气”不是企业档案的字段");
        await Refused(await Workbook([new Dictionary<string, object?> { ["企业名称"] = "甲" }]), "缺少必填列：统一社会信用代码");
        await Refused(new byte[21 * 1024 * 1024], "超过 20 MB");

        async Task Refused(byte[] content, string reason) =>
            (await Import(client, content).Refused(HttpStatusCode.BadRequest)).GetProperty("detail").GetString()!.ShouldContain(reason);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Documents_are_kept_as_they_were_and_only_what_they_say_they_are(Database database)
    {
        var client = (await servers.On(database)).Client;
        var id = await client.NewEnterprise();
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n% a real one would go on\n");
        var path = $"/api/v1/records/enterprises/{id}/attachments";
        var added = await client.PostAsync(path, Form(pdf, "批复.pdf"), Token).Saved();
        (await client.GetByteArrayAsync($"{path}/{added.Id()}", Token)).ShouldBe(pdf);
        foreach (var (name, content, reason) in new[] { ("木马.exe", pdf, "不能上传"), ("假.png", pdf, "不是png格式"), ("空.pdf", Array.Empty<byte>(), "空的"), ("网页.html", "<script>"u8.ToArray(), "不能上传") })
            (await client.PostAsync(path, Form(content, name), Token).Refused(HttpStatusCode.BadRequest)).GetProperty("detail").GetString()!.ShouldContain(reason);
        await client.DeleteAsync($"{path}/{added.Id()}", Token).Saved();
        (await client.GetAsync($"{path}/{added.Id()}", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Dictionary<string, object?> Row(Dictionary<string, object?> values) => new()
    {
        ["企业名称"] = values["name"],
        ["统一社会信用代码"] = values["creditCode"],
        ["行业类别"] = values["industry"],
        ["生产经营场所地址"] = values["address"],
        ["环保负责人"] = values["environmentOfficer"],
        ["联系方式"] = 13812345678, // As Excel makes of it.
        ["职工人数（人）"] = 35,
        ["投产日期"] = new DateTime(2019, 5, 1),
        ["水环境重点排污单位"] = "否",
    };

    private static async Task<byte[]> Workbook(IReadOnlyList<Dictionary<string, object?>> rows)
    {
        using var file = new MemoryStream();
        await file.SaveAsAsync(rows, cancellationToken: Token);
        return file.ToArray();
    }

    private static MultipartFormDataContent Form(byte[] content, string name) => new() { { new ByteArrayContent(content), "file", name } };

    private static Task<HttpResponseMessage> Import(HttpClient client, byte[] content, string query = "") => client.PostAsync($"/api/v1/records/enterprises/import?{query}", Form(content, "企业.xlsx"), Token);

    private static async Task<int> Total(HttpClient client, string text) => (await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/?q={text}", Token)).GetProperty("total").GetInt32();

    /// <summary>Cells in the colour of errors (the fourth style).</summary>
    private static int BadCells(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        return System.Text.RegularExpressions.Regex.Count(reader.ReadToEnd(), "s=\"3\"");
    }

    private static byte[] Zip(params (string Name, int Size)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, size) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (var (left, zeros) = (size, new byte[1024 * 1024]); left > 0; left -= zeros.Length)
                    part.Write(zeros.AsSpan(0, Math.Min(left, zeros.Length)));
            }
        }

        return file.ToArray();
    }
}
