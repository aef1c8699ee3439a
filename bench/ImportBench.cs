using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.Support;
using MiniExcelLibs;

namespace EcoPark.Bench;

/// <summary>A long list from a file into records: with checks, history, audit log and search index, as if typed in.</summary>
internal static class ImportBench
{
    private const int Enterprises = 50;

    public static async Task Run(int rows, bool isPostgres)
    {
        await using var server = isPostgres ? await ServerProcess.Start(postgres: TestPostgres.NewDatabase()) : await ServerProcess.Start();
        await Post(server, "enterprises", "企业.csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Enterprises).Select(EnterpriseLine)
            .Prepend("企业名称,统一社会信用代码,行业类别,生产经营场所地址,环保负责人,联系方式\n"))));
        foreach (var (name, content) in new[] { ("组件.xlsx", await Book(Lines(rows, "甲"))), ("组件.csv", Csv(Lines(rows, "乙"))) })
        {
            var (used, watch) = (server.ProcessorTime, Stopwatch.StartNew());
            using var stop = new CancellationTokenSource();
            var most = Peak(server, stop.Token);
            var report = await Post(server, "enterprise-contacts", name, content);
            watch.Stop();
            await stop.CancelAsync();
            Console.WriteLine(
                $"{watch.Elapsed.TotalSeconds,8:0.0} s  {name}, {content.Length / 1024.0 / 1024:0.0} MB, {rows:N0} rows, {report.GetProperty("added").GetInt32():N0} added, " +
                $"processor {(server.ProcessorTime - used).TotalSeconds:0.0} s, memory at most {await most / 1024 / 1024} MB");
        }
    }

    private static IEnumerable<(string Enterprise, string Name, string Duty, string Phone)> Lines(int rows, string mark) =>
        Enumerable.Range(0, rows).Select(row => ($"第{row * Enterprises / rows}化工有限公司", $"{mark}{row:D6}", "其他", $"138{row:D8}"));

    private static async Task<byte[]> Book(IEnumerable<(string Enterprise, string Name, string Duty, string Phone)> lines)
    {
        using var book = new MemoryStream();
        await book.SaveAsAsync(lines.Select(line => new Dictionary<string, object?> { ["企业"] = line.Enterprise, ["姓名"] = line.Name, ["职责"] = line.Duty, ["电话"] = line.Phone }).ToList());
        return book.ToArray();
    }

    private static byte[] Csv(IEnumerable<(string Enterprise, string Name, string Duty, string Phone)> lines) =>
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(string.Concat(lines.Select(line => $"{line.Enterprise},{line.Name},{line.Duty},{line.Phone}\n").Prepend("企业,姓名,职责,电话\n")));

    private static string EnterpriseLine(int number) => $"第{number}化工有限公司,{CreditCode(number)},C2614,园区{number}号,陈环保,13812345678\n";

    /// <summary>GB 32100-2015: weights 3^i mod 31.</summary>
    internal static string CreditCode(int number)
    {
        const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var code = $"91320583MA{number:D7}";
        var sum = 0;
        for (var (at, weight) = (0, 1); at < 17; at++, weight = weight * 3 % 31)
            sum += Letters.IndexOf(code[at], StringComparison.Ordinal) * weight;
        return code + Letters[(31 - (sum % 31)) % 31];
    }

    private static async Task<long> Peak(ServerProcess server, CancellationToken token)
    {
        var most = 0L;
        while (!token.IsCancellationRequested)
        {
            most = Math.Max(most, server.MemoryBytes);
            await Task.Delay(200, CancellationToken.None);
        }

        return most;
    }

    internal static async Task<int> Add(ServerProcess server, string type, Dictionary<string, object?> values)
    {
        using var answer = await server.Client.PostAsJsonAsync($"/api/v1/records/{type}/", new { values });
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt32() : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    internal static async Task<JsonElement> Post(ServerProcess server, string type, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        using var answer = await server.Client.PostAsync($"/api/v1/records/{type}/import?goodRows=true", form);
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (!answer.IsSuccessStatusCode || report.GetProperty("badRows").GetInt32() > 0)
            throw new InvalidOperationException(report.ToString()[..Math.Min(500, report.ToString().Length)]);
        return report;
    }
}
