using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Support;

namespace EcoPark.Bench;

/// <summary>Environment quality on real hours of Beijing, through the product's own import and API; the server is a process of its own.</summary>
internal static class QualityBench
{
    private const int YearOfMany = 2015;

    /// <param name="folder">Files PRSA_Data_*.csv.gz (UCI 501).</param>
    /// <param name="many">Stations of the table that is to be fast; each gets one year of one of the files.</param>
    /// <param name="london">mydata.csv.gz of openair (Marylebone Road, hours of 1998 to 2005); empty to leave it out.</param>
    /// <param name="keep">Data folder that stays, to look at the pages with; empty for a temporary one.</param>
    /// <param name="liberty">A feed of Smell Pittsburgh with H₂S, SO₂ and wind; empty to leave it out.</param>
    public static async Task Run(string folder, int many, bool postgres, string london, string liberty, string keep)
    {
        var files = Directory.GetFiles(folder, "PRSA_Data_*.csv.gz").Order().Select(Unpack).ToList();
        var data = keep.Length > 0 ? Directory.CreateDirectory(keep).FullName : Directory.CreateTempSubdirectory("ecopark-bench-").FullName;
        await using var server = await ServerProcess.Start(data, postgres ? TestPostgres.NewDatabase() : null, 0, "--EcoPark:Forecasts:IsEnabled=false");
        Console.WriteLine($"{(postgres ? "PostgreSQL" : "SQLite")}, {Environment.ProcessorCount} cores, client included");

        var whole = new List<int>();
        var (watch, readings) = (Stopwatch.StartNew(), 0);
        foreach (var (name, text) in files)
        {
            var (point, station) = await NewStation(server, name);
            whole.Add(station);
            readings += await Import(server, point, text);
        }

        Report($"import of {files.Count} stations, all years: {readings:N0} readings", watch, $"{readings / watch.Elapsed.TotalSeconds:N0} readings/s");
        if (london.Length > 0)
            await Other(server, "伦敦 Marylebone Road", london, "nox=ppb&units=no2=ppb&units=o3=ppb&units=so2=ppb&units=co=ppm");
        if (liberty.Length > 0)
            await Other(server, "匹兹堡 Liberty", liberty, "3.feed_28.H2S_PPM=ppm&zone=Utc");
        (watch, readings) = (Stopwatch.StartNew(), 0);
        var years = files.Select(file => OfYear(file.Text, YearOfMany)).ToList();
        var last = 0;
        for (var number = 0; number < many; number++)
        {
            (var point, last) = await NewStation(server, $"站点{number}");
            readings += await Import(server, point, years[number % years.Count]);
        }

        Report($"import of {many} stations, one year: {readings:N0} readings", watch, $"{readings / watch.Elapsed.TotalSeconds:N0} readings/s");
        watch.Restart();
        while ((await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/quality/statistics?medium=air&period=Year&from={YearOfMany}-01-01&to={YearOfMany + 1}-01-01&stationId={last}")).GetArrayLength() < 10)
            await Task.Delay(1_000);
        for (var used = TimeSpan.MaxValue; used > TimeSpan.FromSeconds(1);)
        {
            var before = server.ProcessorTime;
            await Task.Delay(10_000);
            used = server.ProcessorTime - before; // Days and months are rolled up behind the import.
        }

        Report("days and months rolled up, after the last import", watch, "");
        for (var round = 1; round <= 3; round++)
        {
            await Time(server, $"monthly statistics of all {many + files.Count} stations, {YearOfMany} (round {round})", $"/api/v1/quality/statistics?medium=air&period=Month&from={YearOfMany}-01-01&to={YearOfMany + 1}-01-01");
            await Time(server, $"monthly statistics of one station, four years (round {round})", $"/api/v1/quality/statistics?medium=air&period=Month&from=2013-03-01&to=2017-03-01&stationId={whole[0]}");
            await Time(server, $"a year of judged hours of one station (round {round})", $"/api/v1/quality/stations/{whole[0]}/data?interval=Hour&from={YearOfMany}-01-01T00:00:00Z&to={YearOfMany + 1}-01-01T00:00:00Z");
        }

        Console.WriteLine($"server memory {server.MemoryBytes >> 20} MB");
        if (keep.Length == 0)
            Directory.Delete(data, recursive: true);
    }

    private static async Task Other(ServerProcess server, string name, string file, string units)
    {
        var (watch, text) = (Stopwatch.StartNew(), Unpacked(file));
        var (point, _) = await NewStation(server, name);
        Report($"import of {name}: {await Import(server, point, text, units):N0} readings", watch, "");
    }

    private static async Task Time(ServerProcess server, string what, string path)
    {
        var watch = Stopwatch.StartNew();
        var answer = await server.Client.GetFromJsonAsync<JsonElement>(path);
        Report(what, watch, $"{answer.GetArrayLength():N0} rows");
    }

    private static void Report(string what, Stopwatch watch, string figure) => Console.WriteLine($"{watch.Elapsed.TotalSeconds,8:0.00} s  {what}  {figure}");

    private static async Task<(int Point, int Station)> NewStation(ServerProcess server, string name)
    {
        var point = (await Post(server, "/api/v1/points/", new { name, kind = "AmbientAir" })).GetProperty("id").GetInt32();
        var values = new Dictionary<string, object?> { ["name"] = name, ["medium"] = "大气环境", ["kind"] = "自动站", ["class"] = "二级", ["pointId"] = point };
        return (point, (await Post(server, "/api/v1/records/quality-stations/", new { values })).GetProperty("id").GetInt32());
    }

    private static async Task<int> Import(ServerProcess server, int point, string text, string units = "CO=μg/m³")
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "file", "data.csv" } };
        using var answer = await server.Client.PostAsync(new Uri($"/api/v1/readings/import?pointId={point}&interval=Hour&units={units}", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("written").GetInt32();
    }

    private static async Task<JsonElement> Post(ServerProcess server, string path, object body)
    {
        using var answer = await server.Client.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static (string Name, string Text) Unpack(string file) => (Path.GetFileName(file).Split('_')[2], Unpacked(file));

    private static string Unpacked(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private static string OfYear(string text, int year)
    {
        var lines = text.Split('\n');
        return string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Where(line => line.Split(',') is [_, var of, ..] && of == year.ToString(CultureInfo.InvariantCulture))));
    }
}
