using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Standards;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Quality.Manual;

/// <summary>One factor of a sheet.</summary>
public sealed class SheetLine(string factor, string unit)
{
    public string Factor { get; } = factor;

    public string Unit { get; } = unit;

    /// <summary>As the laboratory writes it; empty: not measured.</summary>
    public string Result { get; set; } = "";
}

/// <summary>Sheets of one sample: which factors a point has, and saving them.</summary>
public sealed class SampleSheets(IDbContextFactory<ParkDb> databases, RecordService records, RecordTypes types)
{
    /// <summary>Factors that were measured at the point before, in the order of their last sheet; of a new point those of its medium that every standard begins with.</summary>
    public async Task<IReadOnlyList<SheetLine>> LinesOf(QualityStation station, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var known = await db.Set<ManualResult>().AsNoTracking().Where(result => result.StationId == station.Id)
            .GroupBy(result => new { result.Factor, result.Unit }).Select(same => new { same.Key.Factor, same.Key.Unit, First = same.Min(result => result.Id) })
            .OrderBy(one => one.First).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (known.Count > 0)
            return [.. known.Select(one => new SheetLine(one.Factor, one.Unit))];
        var medium = QualityMedium.OfTitle(station.Medium)!;
        return [.. Usual(medium).Select(factor => new SheetLine(factor, FactorTable.Find(factor, medium.Medium)?.Unit.Symbol ?? ""))];
    }

    /// <summary>Saves the lines that have a result. A result that cannot be read stops the whole sheet; one that is on record already is told, the others are saved and emptied.</summary>
    public async Task<(int Saved, IReadOnlyList<string> Problems)> Save(QualityStation station, string day, string time, string laboratory, string report, IReadOnlyList<SheetLine> lines, CancellationToken cancellationToken)
    {
        var filled = lines.Where(line => line.Result.Trim().Length > 0).ToList();
        if (filled.Count == 0)
            return (0, ["还没有填写任何结果。"]);
        var bad = filled.Select(line => (line, Reason: SampleResult.Check(line.Result) ?? SampleResult.Implausible(line.Result, line.Factor, line.Unit) ?? (line.Unit.Length == 0 ? "没有单位，请删去后重新加入并填写单位。" : null))).Where(one => one.Reason is not null).ToList();
        if (bad.Count > 0)
            return (0, [.. bad.Select(one => $"{one.line.Factor}：{one.Reason}")]);

        var problems = new List<string>();
        var saved = 0;
        foreach (var line in filled)
        {
            var row = new Dictionary<string, object?>
            {
                ["stationId"] = station.Id,
                ["sampledOn"] = day,
                ["sampledAt"] = time.Trim(),
                ["factor"] = line.Factor,
                ["result"] = line.Result.Trim(),
                ["unit"] = line.Unit,
                ["laboratory"] = laboratory,
                ["report"] = report,
            };
            var one = await records.Save(types[ManualResultType.Name], null, row, null, null, cancellationToken).ConfigureAwait(false);
            if (one.Saved is null)
            {
                problems.AddRange(one.Problems.Select(problem => $"{line.Factor}：{problem.Message}"));
                continue;
            }

            saved++;
            line.Result = "";
        }

        return (saved, problems);
    }

    private static string[] Usual(QualityMedium medium) => medium.Key switch
    {
        "surface-water" => [FactorCodes.WaterTemperature, FactorCodes.Ph, FactorCodes.DissolvedOxygen, FactorCodes.PermanganateIndex, FactorCodes.ChemicalOxygenDemand, FactorCodes.BiochemicalOxygenDemand, FactorCodes.AmmoniaNitrogen, FactorCodes.TotalPhosphorus, FactorCodes.TotalNitrogen],
        "groundwater" => [FactorCodes.Ph, FactorCodes.AmmoniaNitrogen, FactorCodes.PermanganateIndex, FactorCodes.Chloride, FactorCodes.Sulphate, FactorCodes.Nitrate, FactorCodes.Nitrite],
        "soil" => ["砷", "镉", "六价铬", "铜", "铅", "汞", "镍"],
        "noise" => ["Leq"],
        _ => [],
    };
}
