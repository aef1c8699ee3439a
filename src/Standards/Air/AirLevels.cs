using System.Globalization;
using EcoPark.Standards.Data;

namespace EcoPark.Standards.Air;

/// <summary>The six levels, HJ 633-2026 table 1 and appendix A (2012: table 2; level one began at 0).</summary>
public static class AirLevels
{
    /// <summary>Level one to six.</summary>
    public static IReadOnlyList<AirQualityLevel> All { get; } = [.. EmbeddedTable.Read("air-levels").Select(LevelOf)];

    /// <summary>Level of an index; an index of 0 counts as level one (HJ 633-2012), beyond 500 as level six.</summary>
    public static AirQualityLevel Of(int index)
    {
        foreach (var level in All)
        {
            if (index <= level.Maximum)
                return level;
        }

        return All[^1];
    }

    private static AirQualityLevel LevelOf(IReadOnlyDictionary<string, string> row) => new(
        int.Parse(row["number"], CultureInfo.InvariantCulture),
        row["level"],
        row["category"],
        int.Parse(row["minimum"], CultureInfo.InvariantCulture),
        int.Parse(row["maximum"], CultureInfo.InvariantCulture),
        row["colour_name"],
        row["colour"],
        row["health_effect"],
        row["advice"]);
}
