using System.Diagnostics;
using System.Globalization;
using EcoPark.Support;
using MiniExcelLibs;

namespace EcoPark.Bench;

/// <summary>A year of an enterprise's waste ledger from one workbook: batches that are generated, stored, taken out and sent, each row checked against what is left of the batch before; then what is worked out of it.</summary>
internal static class WasteBench
{
    private const string Owner = "第0化工有限公司";
    private const int Kinds = 10;
    private static readonly string[] Stages = ["产生", "入库", "出库", "委外利用"];
    private static readonly string[] Letters = ["HWCS", "HWRK", "HWCK", "HWWWLY"];
    private static readonly int Year = DateTime.UtcNow.Year - 1;

    public static async Task Run(int rows, bool isPostgres)
    {
        await using var server = isPostgres ? await ServerProcess.Start(postgres: TestPostgres.NewDatabase()) : await ServerProcess.Start();
        var enterprise = await ImportBench.Add(server, "enterprises", new() { ["name"] = Owner, ["creditCode"] = ImportBench.CreditCode(0), ["industry"] = "C2614", ["address"] = "园区", ["environmentOfficer"] = "陈环保", ["phone"] = "13812345678" });
        await ImportBench.Add(server, "waste-stores", new() { ["enterpriseId"] = enterprise, ["code"] = "TS001", ["name"] = "贮存库", ["kind"] = "贮存库", ["capacity"] = 10_000 });
        await ImportBench.Add(server, "waste-disposers", new() { ["name"] = "接收单位", ["kind"] = "豁免利用处置单位", ["province"] = "江苏", ["isCapable"] = true });
        for (var kind = 0; kind < Kinds; kind++)
            await ImportBench.Add(server, "waste-kinds", new() { ["enterpriseId"] = enterprise, ["name"] = Waste(kind), ["class"] = "危险废物", ["code"] = "900-249-08", ["permitMaximum"] = 10_000 });
        using var book = new MemoryStream();
        await book.SaveAsAsync(Enumerable.Range(0, rows / Stages.Length).SelectMany(Chain).ToList());
        var (watch, processor) = (Stopwatch.StartNew(), server.ProcessorTime);
        var added = (await ImportBench.Post(server, "waste-ledger", "台账.xlsx", book.ToArray())).GetProperty("added").GetInt32();
        Console.WriteLine($"{watch.Elapsed.TotalSeconds,8:0.0} s  waste-ledger: {added:N0} added, processor {(server.ProcessorTime - processor).TotalSeconds:0.0} s");
        foreach (var address in new[] { $"figures?year={Year}", "batches", "declarations", $"balance?year={Year}" })
        {
            watch.Restart();
            using var answer = (await server.Client.GetAsync($"/api/v1/waste/{address}")).EnsureSuccessStatusCode();
            Console.WriteLine($"{watch.Elapsed.TotalSeconds,8:0.0} s  /api/v1/waste/{address}");
        }
    }

    /// <summary>One batch from its origin until it has left.</summary>
    private static IEnumerable<Dictionary<string, object?>> Chain(int number)
    {
        var day = new DateTime(Year, 1, 1).AddDays(number % 365);
        string Code(int stage) => string.Create(CultureInfo.InvariantCulture, $"{Letters[stage]}{day:yyyyMMdd}{(number / 365) + 1:D3}");
        for (var stage = 0; stage < Stages.Length; stage++)
        {
            yield return new()
            {
                ["企业"] = Owner,
                ["环节"] = Stages[stage],
                ["批次编码"] = Code(stage),
                ["时间"] = $"{day:yyyy-MM-dd} {8 + stage:D2}:00",
                ["废物"] = Waste(number % Kinds),
                ["数量（t）"] = 0.1,
                ["前序批次编码"] = stage == 0 ? null : Code(stage - 1),
                ["贮存设施"] = stage is 1 or 2 ? "贮存库" : null,
                ["接收单位"] = stage == 3 ? "接收单位" : null,
            };
        }
    }

    private static string Waste(int kind) => $"废油 {kind}";
}
