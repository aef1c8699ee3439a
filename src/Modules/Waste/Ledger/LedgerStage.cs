using System.Globalization;

namespace EcoPark.Modules.Waste.Ledger;

/// <summary>The links of the ledger of HJ 1259-2022, and the letters that their batch codes begin with.</summary>
internal static class LedgerStage
{
    public const string Generated = "产生";
    public const string In = "入库";
    public const string Out = "出库";
    public const string OwnUse = "自行利用";
    public const string OwnDisposal = "自行处置";
    public const string SentForUse = "委外利用";
    public const string SentForDisposal = "委外处置";

    /// <summary>Batch codes of hazardous waste begin with it.</summary>
    public const string HazardousMark = "HW";

    public static readonly IReadOnlyList<string> All = [Generated, In, Out, OwnUse, OwnDisposal, SentForUse, SentForDisposal];

    /// <summary>Leaves the plant.</summary>
    public static readonly IReadOnlyList<string> Sent = [SentForUse, SentForDisposal];

    /// <summary>处理处置或综合利用.</summary>
    public static readonly IReadOnlyList<string> Final = [OwnUse, OwnDisposal, SentForUse, SentForDisposal];

    /// <summary>What a batch of a stage may become.</summary>
    public static IReadOnlyList<string> After(string stage) => stage switch
    {
        Generated => [In, .. Final],
        In => [Out],
        Out => Final,
        _ => [],
    };

    /// <summary>What a batch of a stage comes from; empty for what is generated.</summary>
    public static IReadOnlyList<string> Before(string stage) => [.. All.Where(one => After(one).Contains(stage))];

    public static bool IsStored(string stage) => stage is In or Out;

    /// <summary>First letters of the link, as the standard builds its codes; general waste goes by the records' letters of its own ledger.</summary>
    public static string Prefix(string stage, bool isHazardous) => (stage, isHazardous) switch
    {
        (Generated, true) => "HWCS",
        (In, true) => "HWRK",
        (Out, true) => "HWCK",
        (OwnUse, true) => "HWZXLY",
        (OwnDisposal, true) => "HWZXCZ",
        (SentForUse, true) => "HWWWLY",
        (SentForDisposal, true) => "HWWWCZ",
        (Generated, _) => "CS",
        (In, _) => "RK",
        (Out, _) => "CK",
        (OwnUse, _) => "ZXLY",
        (OwnDisposal, _) => "ZXCZ",
        (SentForUse, _) => "CCLY",
        _ => "CCCZ",
    };

    public static bool IsHazardous(string code) => code.StartsWith(HazardousMark, StringComparison.Ordinal);

    /// <summary>HWCK20211031001.</summary>
    public static string Code(string stage, bool isHazardous, DateOnly day, int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix(stage, isHazardous)}{day:yyyyMMdd}{number:D3}");

    /// <returns>What is wrong with a code of a stage on a day, Chinese; <see langword="null"/> where nothing is.</returns>
    public static string? CheckCode(string code, string stage, DateOnly? day)
    {
        var prefix = Prefix(stage, IsHazardous(code));
        var rest = code.StartsWith(prefix, StringComparison.Ordinal) ? code[prefix.Length..] : "";
        if (rest.Length < 11 || !rest.All(char.IsAsciiDigit))
            return $"{stage}的批次编码应为 {Prefix(stage, true)}（一般固废 {Prefix(stage, false)}）加 8 位日期和序号，如 {Prefix(stage, true)}20260301001，现为“{code}”。";
        return DateOnly.TryParseExact(rest[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var coded) && (day is null || coded == day) ? null
            : $"批次编码“{code}”中的日期应与时间一致{(day is { } wanted ? $"（{wanted.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}）" : "")}。";
    }
}
