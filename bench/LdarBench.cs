using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Support;
using MiniExcelLibs;

namespace EcoPark.Bench;

/// <summary>Seal points of a park from workbooks, by the codes of units and equipment; two readings of each; plan, figures, emissions, savings and outlook of all.</summary>
internal static class LdarBench
{
    private const int Enterprises = 5;
    private const int Units = 4;
    private const int Machines = 25;

    private static readonly string[] Kinds = ["阀门", "法兰及其他连接件", "泵", "开口阀或开口管线"];

    public static async Task Run(int points, bool isPostgres)
    {
        await using var server = isPostgres ? await ServerProcess.Start(postgres: TestPostgres.NewDatabase()) : await ServerProcess.Start();
        string[] days = [Day(190), Day(10)];
        for (var enterprise = 0; enterprise < Enterprises; enterprise++)
            await Prepare(server, enterprise, days);
        var each = points / Enterprises;
        await Measure(server, "ldar-seal-points", enterprise => Enumerable.Range(0, each).Select(number => Point(enterprise, number)));
        foreach (var (round, day) in days.Index())
            await Measure(server, "ldar-readings", enterprise => Enumerable.Range(0, each).Select(number => Reading(enterprise, number, round, day)));
        foreach (var address in new[] { "plan", "figures", "emissions", "rounds", "savings", "outlook" })
        {
            var watch = Stopwatch.StartNew();
            using var answer = (await server.Client.GetAsync($"/api/v1/ldar/{address}")).EnsureSuccessStatusCode();
            Console.WriteLine($"{watch.Elapsed.TotalSeconds,8:0.0} s  /api/v1/ldar/{address}, {answer.Content.Headers.ContentLength / 1024.0 / 1024:0.0} MB");
        }
    }

    private static async Task Measure(ServerProcess server, string type, Func<int, IEnumerable<Dictionary<string, object?>>> rows)
    {
        var (total, added, processor) = (TimeSpan.Zero, 0, server.ProcessorTime);
        for (var enterprise = 0; enterprise < Enterprises; enterprise++)
        {
            using var book = new MemoryStream();
            await book.SaveAsAsync(rows(enterprise).ToList());
            var watch = Stopwatch.StartNew();
            added += (await Post(server, type, book.ToArray())).GetProperty("added").GetInt32();
            total += watch.Elapsed;
        }

        Console.WriteLine($"{total.TotalSeconds,8:0.0} s  {type}: {Enterprises} workbooks, {added:N0} added, processor {(server.ProcessorTime - processor).TotalSeconds:0.0} s");
    }

    private static Dictionary<string, object?> Point(int enterprise, int number) => new()
    {
        ["企业"] = Name(enterprise),
        ["所属装置"] = Unit(number % Units),
        ["所属设备"] = Machine(number % Units, number / Units % Machines),
        ["密封点编号"] = Code(number),
        ["密封点名称"] = "密封 " + number.ToString(CultureInfo.InvariantCulture),
        ["密封点类型"] = Kinds[number % Kinds.Length],
        ["位置描述"] = "二层东侧",
        ["是否可达"] = "是",
        ["流体名称"] = "甲苯",
        ["物料状态"] = "轻液体",
    };

    private static Dictionary<string, object?> Reading(int enterprise, int number, int round, string day) => new()
    {
        ["企业"] = Name(enterprise),
        ["现场检测"] = Survey(number % Units, day),
        ["密封点"] = Code(number),
        ["检测时间"] = $"{day} {9 + (number / 60 % 8):D2}:{number % 60:D2}",
        ["仪器检测浓度（ppm）"] = number % 2_000 == 7 + round ? 9_000 : 3 + (number % 120),
    };

    private static async Task Prepare(ServerProcess server, int enterprise, IReadOnlyList<string> days)
    {
        var id = await ImportBench.Add(server, "enterprises", new() { ["name"] = Name(enterprise), ["creditCode"] = ImportBench.CreditCode(enterprise), ["industry"] = "C2614", ["address"] = "园区", ["environmentOfficer"] = "陈环保", ["phone"] = "13812345678" });
        var instrument = await ImportBench.Add(server, "ldar-instruments", new() { ["enterpriseId"] = id, ["serial"] = "FID-1", ["model"] = "M", ["principle"] = "FID", ["range"] = 100_000, ["verifiedTo"] = "2090-01-01" });
        for (var unit = 0; unit < Units; unit++)
        {
            var plant = await ImportBench.Add(server, "ldar-units", new() { ["enterpriseId"] = id, ["code"] = Unit(unit), ["name"] = "装置 " + Unit(unit), ["isKeyRegion"] = false, ["sector"] = "石油化工" });
            for (var machine = 0; machine < Machines; machine++)
                await ImportBench.Add(server, "ldar-equipment", new() { ["enterpriseId"] = id, ["unitId"] = plant, ["code"] = Machine(unit, machine), ["name"] = "设备", ["kind"] = "管线", ["isExempt"] = false, ["isLowLeak"] = false });
            foreach (var day in days)
            {
                await ImportBench.Add(server, "ldar-backgrounds", new() { ["enterpriseId"] = id, ["unitId"] = plant, ["instrumentId"] = instrument, ["at"] = $"{day} 08:30", ["ppm"] = 3, ["person"] = "甲" });
                await ImportBench.Add(server, "ldar-surveys", new() { ["enterpriseId"] = id, ["code"] = Survey(unit, day), ["unitId"] = plant, ["instrumentId"] = instrument, ["calibratedAt"] = $"{day} 08:00", ["calibrationPpm"] = 500, ["day"] = day, ["inspector"] = "甲" });
            }
        }
    }

    private static string Day(int back) => DateTime.UtcNow.AddHours(8).AddDays(-back).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Survey(int unit, string day) => $"XC-{Unit(unit)}-{day}";

    private static string Name(int enterprise) => $"第{enterprise}化工有限公司";

    private static string Unit(int unit) => $"U-{unit}";

    private static string Machine(int unit, int machine) => $"E-{unit}-{machine}";

    private static string Code(int number) => $"V-{number:D6}";

    private static async Task<JsonElement> Post(ServerProcess server, string type, byte[] content) => await ImportBench.Post(server, type, "密封点.xlsx", content);
}
