using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EcoPark.EndToEnd.Records;

/// <summary>Goes to every address of the OpenAPI document that reads, its places filled with real numbers of another enterprise.</summary>
internal sealed partial class ScopeWalk(ScopePark park, JsonElement document)
{
    /// <summary>Addresses to read, with where each comes from in the document.</summary>
    public IEnumerable<(string Path, string Address)> Reads()
    {
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            // The stream never ends; An_enterprise_sees_its_own_points… listens to it.
            if (path.Name != "/api/v1/live" && path.Value.TryGetProperty("get", out var operation))
                yield return (path.Name, Filled(path.Name) + "?" + string.Join('&', Query(path.Name, operation)));
        }
    }

    /// <summary>Addresses to write to.</summary>
    public IEnumerable<(string Method, string Path, string Address)> Writes() =>
        from path in document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where method.Name is "post" or "put" or "delete"
        select (method.Name, path.Name, Filled(path.Name));

    /// <summary>Names of record types whose records must name an enterprise.</summary>
    public IEnumerable<string> TypesOfEnterprises() =>
        from path in document.GetProperty("paths").EnumerateObject()
        where RecordList().Match(path.Name) is { Success: true }
        where path.Value.GetProperty("post").GetProperty("requestBody").GetRawText().Contains("\"enterpriseId\"", StringComparison.Ordinal)
        select RecordList().Match(path.Name).Groups[1].Value;

    /// <summary>All text of an answer; of workbooks and documents what their parts say.</summary>
    public static async Task<(HttpStatusCode Status, string Text)> Ask(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, RecordApi.Token);
        var bytes = await answer.Content.ReadAsByteArrayAsync(RecordApi.Token);
        return (answer.StatusCode, bytes is [(byte)'P', (byte)'K', ..] ? Unzipped(bytes) : Regex.Unescape(Escaped().Replace(Encoding.UTF8.GetString(bytes), match => match.Value.StartsWith("\\u", StringComparison.Ordinal) ? match.Value : "")));
    }

    private string Filled(string path)
    {
        var words = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var (kind, type) = (words.ElementAtOrDefault(2) ?? "", words.ElementAtOrDefault(3) ?? "");
        var id = kind == "records" ? park.Records.GetValueOrDefault(type, 1) : park.Others.GetValueOrDefault(kind, 1);
        var attachment = kind == "records" ? park.Attachments.GetValueOrDefault(type, 1) : park.Others.GetValueOrDefault("alarm-attachments", 1);
        return path.Replace("{id}", id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{attachment}", attachment.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{mn}", park.Mn, StringComparison.Ordinal).Replace("{order}", "1", StringComparison.Ordinal).Replace("{key}", "execution-report", StringComparison.Ordinal)
            .Replace("{section}", "7.2.2", StringComparison.Ordinal).Replace("{clientId}", "x", StringComparison.Ordinal)
            .Replace("{fact}", "outlet-days", StringComparison.Ordinal).Replace("{dimension}", "outlet", StringComparison.Ordinal);
    }

    private IEnumerable<string> Query(string path, JsonElement operation)
    {
        foreach (var parameter in operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : [])
        {
            if (parameter.GetProperty("in").GetString() != "query")
                continue;
            var name = parameter.GetProperty("name").GetString()!;
            var format = parameter.GetProperty("schema").TryGetProperty("format", out var given) ? given.GetString() : "";
            var value = (name, format) switch
            {
                ("from", "date") => Outlets.OutletPark.Day(-1),
                ("to", "date") => Outlets.OutletPark.Day(3),
                ("channelId", _) when path.EndsWith("/evidence", StringComparison.Ordinal) => park.Others["fence-channels"].ToString(CultureInfo.InvariantCulture),
                ("from", _) when path.EndsWith("/evidence", StringComparison.Ordinal) => DateTime.UtcNow.AddHours(-3).ToString("O", CultureInfo.InvariantCulture),
                ("from", _) => ScopePark.From,
                ("to", _) => ScopePark.To,
                ("channelId", _) => park.Others["channels"].ToString(CultureInfo.InvariantCulture),
                ("pointId", _) => park.Others["points"].ToString(CultureInfo.InvariantCulture),
                ("enterprise", _) => park.Enterprise.ToString(CultureInfo.InvariantCulture),
                ("mn", _) => park.Mn,
                ("interval", _) => "Hour",
                ("factor", _) => "w01018",
                ("take", _) => "500",
                ("workingDays", _) => "3",
                ("medium", _) => "SurfaceWater",
                ("fact", _) => "outlet-days",
                ("rows", _) => "outlet,factor",
                ("measures", _) => "mass.sum",
                ("period", _) when path.StartsWith("/api/v1/statistics", StringComparison.Ordinal) => $"{Outlets.OutletPark.Day(-1)}..{Outlets.OutletPark.Day(3)}",
                ("period", _) => "Month",
                ("q", _) when path == "/api/v1/search" => park.Marker,
                _ => null,
            };
            if (value is not null)
                yield return $"{name}={Uri.EscapeDataString(value)}";
        }
    }

    private static string Unzipped(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    [GeneratedRegex("^/api/v1/records/([a-z-]+)$")]
    private static partial Regex RecordList();

    /// <summary>JSON writes Chinese as it is or escaped; other backslashes mean nothing here.</summary>
    [GeneratedRegex(@"\\u[0-9a-fA-F]{4}|\\")]
    private static partial Regex Escaped();
}
