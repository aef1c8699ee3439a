using System.Text.Json;

namespace EcoPark.Platform.Conformity;

/// <summary>Clause 6: classes of parks.</summary>
public enum ParkClass
{
    /// <summary>Ⅰ类: chemical parks, and parks that contain one.</summary>
    I = 1,
    II = 2,
    III = 3,
}

/// <summary>How strongly appendix A asks for an item.</summary>
public enum Level
{
    /// <summary>可配置.</summary>
    May = 1,

    /// <summary>宜配置.</summary>
    Should = 2,

    /// <summary>应配置.</summary>
    Shall = 3,
}

/// <summary>Words for <see cref="Level"/>.</summary>
public static class LevelText
{
    public static string Short(Level level) => level switch { Level.Shall => "应", Level.Should => "宜", _ => "可" };

    public static string Long(Level level) => Short(level) + "配置";
}

/// <summary>A content of an item, such as 园区编码.</summary>
/// <param name="Group">Heading above it in the appendix; empty without one.</param>
/// <param name="Name">As the appendix writes it.</param>
public sealed record AppendixContent(string Group, string Name);

/// <summary>A row of appendix A.</summary>
public sealed record AppendixItem(string Section, string Module, string Item, IReadOnlyList<AppendixContent> Contents, IReadOnlyDictionary<ParkClass, Level> Levels);

/// <summary>Appendix A of the guideline (DB32 园区生态环境管理信息系统建设指南), as data.</summary>
public static class AppendixA
{
    /// <summary>Wherever the standards ask for more than the appendix lists: fields of the park's own.</summary>
    public const string FurtherRequirements = "标准其他要求";

    public static readonly IReadOnlyList<AppendixItem> Items = Read();

    private static List<AppendixItem> Read()
    {
        var here = typeof(AppendixA).Assembly;
        using var stream = here.GetManifestResourceStream(here.GetManifestResourceNames().Single(name => name.EndsWith("appendix-a.json", StringComparison.Ordinal)))!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("rows").EnumerateArray().Select(row => new AppendixItem(
            row.GetProperty("section").GetString()!, row.GetProperty("module").GetString()!, row.GetProperty("item").GetString()!,
            [.. row.GetProperty("content").EnumerateArray().SelectMany(group => group.GetProperty("fields").EnumerateArray().Select(name => new AppendixContent(group.GetProperty("group").GetString() ?? "", name.GetString()!)))],
            row.GetProperty("stars").EnumerateObject().ToDictionary(star => Enum.Parse<ParkClass>(star.Name), star => (Level)star.Value.GetInt32())))];
    }
}
