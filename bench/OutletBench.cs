using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.Support;

namespace EcoPark.Bench;

/// <summary>
/// Outlets with six factors, oxygen and flow each: a month of hours is worked up anew (marks, correction, replacement, masses) and the days are kept, through the
/// product's own API; the server is a process of its own. One hour in fifty is missing, so that gaps are looked for and filled as in life.
/// </summary>
internal static class OutletBench
{
    private const int Rounds = 5;
    private const double Wanted = 10;

    /// <summary>Late readings are rolled up 90 s after they came.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(150);

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private static readonly (string Factor, string Name, string Unit, double Level)[] Channels =
    [
        ("a34013", "烟尘", "mg/m³", 4), ("a21026", "二氧化硫", "mg/m³", 12), ("a21002", "氮氧化物", "mg/m³", 32), ("a24088", "非甲烷总烃", "mg/m³", 14), ("a21005", "一氧化碳", "mg/m³", 40), ("a21024", "氯化氢", "mg/m³", 2),
        ("a19001", "氧含量", "%", 9), ("a00000", "废气", "m³/h", 75_000),
    ];

    public static async Task Run(int outlets, bool postgres)
    {
        var data = Directory.CreateTempSubdirectory("ecopark-bench-").FullName;
        await using var server = await ServerProcess.Start(data, postgres ? TestPostgres.NewDatabase() : null, 0, "--EcoPark:Forecasts:IsEnabled=false");
        Console.WriteLine($"{(postgres ? "PostgreSQL" : "SQLite")}, {Environment.ProcessorCount} cores, client included; {outlets} outlets × 6 factors (with oxygen and flow {Channels.Length} channels each)");
        var first = new DateTime(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1).AddMonths(-1);
        var days = DateTime.DaysInMonth(first.Year, first.Month);
        var enterprise = (await Post(server, "/api/v1/records/enterprises/", new
        {
            values = new { name = "压测企业", creditCode = "91320583MA00000017", industry = "C2614", address = "一号", environmentOfficer = "某", phone = "13800001111" },
        })).GetProperty("id").GetInt32();
        var (watch, readings) = (Stopwatch.StartNew(), 0);
        for (var number = 0; number < outlets; number++)
        {
            var point = (await Post(server, "/api/v1/points/", new { name = $"排口{number}", kind = "FlueGas", enterpriseId = enterprise })).GetProperty("id").GetInt32();
            await Post(server, "/api/v1/records/outlet-filings/", new { values = new { enterpriseId = enterprise, pointId = point, name = $"排口{number}", kind = "废气", oxygenRule = "自定", ownOxygen = 3 } });
            readings += await Import(server, point, first, days, new Random(number));
        }

        Console.WriteLine($"{watch.Elapsed.TotalSeconds,8:0.00} s  import of {readings:N0} hourly readings");
        // Days and months are rolled up behind the import and would be measured along with it.
        watch.Restart();
        while (true)
        {
            var used = server.ProcessorTime;
            await Task.Delay(TimeSpan.FromSeconds(20));
            if (watch.Elapsed > Settled && server.ProcessorTime - used is var now && (now < TimeSpan.FromSeconds(2) || watch.Elapsed > TimeSpan.FromMinutes(12)))
                break;
        }

        for (var round = 1; round <= Rounds; round++)
        {
            var used = server.ProcessorTime;
            watch.Restart();
            using var answer = await server.Client.PostAsync(new Uri($"/api/v1/outlets/rebuild?from={first:yyyy-MM-dd}&to={first.AddDays(days - 1):yyyy-MM-dd}", UriKind.Relative), null);
            answer.EnsureSuccessStatusCode();
            var done = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Console.WriteLine($"{watch.Elapsed.TotalSeconds,8:0.00} s  a month of hours worked up and {done.GetProperty("days").GetInt32():N0} days kept (round {round}, wanted below {Wanted} s; processor time of the server {(server.ProcessorTime - used).TotalSeconds:0.0} s)");
        }

        watch.Restart();
        var rows = (await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/outlets/emissions?year={first.Year}")).GetArrayLength();
        Console.WriteLine($"{watch.Elapsed.TotalSeconds,8:0.00} s  emissions of the year, {rows:N0} rows");
        await Reports(server, first);
        Console.WriteLine($"server memory {server.MemoryBytes >> 20} MB");
        Directory.Delete(data, recursive: true);
    }

    /// <summary>The month's form of every outlet, one after another, and the park's year.</summary>
    private static async Task Reports(ServerProcess server, DateTime first)
    {
        var watch = Stopwatch.StartNew();
        var subjects = await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/reports/gas-month/subjects");
        foreach (var subject in subjects.EnumerateArray())
            await server.Client.GetByteArrayAsync($"/api/v1/reports/gas-month?subject={subject.GetProperty("key").GetString()}&period={first:yyyy-MM}");
        Console.WriteLine($"{watch.Elapsed.TotalSeconds,8:0.00} s  the month's report of each of {subjects.GetArrayLength():N0} outlets (wanted below 10 s)");
        foreach (var path in new[] { $"reports/transmission?subject=park&period={first.Year}", $"reports/exceedances?subject=park&period={first.Year}", $"reports/transmission/report.xlsx?subject=park&period={first.Year}", $"reports/transmission/report.pdf?subject=park&period={first.Year}" })
        {
            watch.Restart();
            var size = (await server.Client.GetByteArrayAsync($"/api/v1/{path}")).Length;
            Console.WriteLine($"{watch.Elapsed.TotalSeconds,8:0.00} s  {path}, {size >> 10:N0} KB (wanted below 30 s)");
        }
    }

    private static async Task<int> Import(ServerProcess server, int point, DateTime first, int days, Random random)
    {
        // Factors of outlets are not guessed from headings of stations: unit and name come with them.
        var text = new StringBuilder("时间," + string.Join(',', Channels.Select(channel => $"{channel.Factor}（{channel.Unit}）")) + "\n");
        for (var hour = 0; hour < 24 * days; hour++)
            text.Append(Plain, $"{first.AddHours(hour):yyyy-MM-dd HH:mm},{string.Join(',', Channels.Select(channel => random.Next(50) == 0 ? "" : (channel.Level * (0.8 + (0.4 * random.NextDouble()))).ToString("F3", Plain)))}\n");
        using var form = new MultipartFormDataContent { { new StringContent(text.ToString()), "file", "data.csv" } };
        using var answer = await server.Client.PostAsync(new Uri($"/api/v1/readings/import?pointId={point}&interval=Hour", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("written").GetInt32();
    }

    private static async Task<JsonElement> Post(ServerProcess server, string path, object body)
    {
        using var answer = await server.Client.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
