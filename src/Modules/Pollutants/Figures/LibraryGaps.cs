namespace EcoPark.Modules.Pollutants.Figures;

/// <summary>Something that the list wants.</summary>
/// <param name="Kind">In which words it is filtered.</param>
/// <param name="Text">What to do, Chinese.</param>
/// <param name="EntryId">Null for what is not listed.</param>
public sealed record LibraryGap(string Kind, int EnterpriseId, string Enterprise, string Element, string Code, string Name, string Text, int? EntryId);

/// <summary>Listed and never monitored, monitored and not listed, without limit, without figures.</summary>
public static class LibraryGaps
{
    public const string NeverMonitored = "入库未监测";
    public const string NotListed = "监测未入库";
    public const string NoLimit = "没有管控限值";
    public const string NoFigures = "没有年度数据";

    public static readonly IReadOnlyList<string> Kinds = [NeverMonitored, NotListed, NoLimit, NoFigures];

    public static IReadOnlyList<LibraryGap> Of(PollutantLibrary library) =>
    [
        .. library.Rows.Where(row => !row.Now.IsMeasured).Select(row => Of(row, NeverMonitored, $"{library.Year} 年没有自动或手工监测结果，请列入自行监测方案。")),
        .. library.Unlisted.Where(row => row.IsMeasured).Select(row => new LibraryGap(NotListed, row.EnterpriseId, row.Enterprise, row.Element, row.Code, row.Name, $"{row.Why}；请判断是否入库。", null)),
        .. library.Rows.Where(row => row.Limit is null).Select(row => Of(row, NoLimit, "许可证和名录都没有限值，请补充管控标准。")),
        .. library.Rows.Where(row => row.Now.Kilograms is null && row.Now.Concentration is null).Select(row => Of(row, NoFigures, $"{library.Year} 年没有监测数据，也没有年度申报。")),
    ];

    private static LibraryGap Of(LibraryRow row, string kind, string text) => new(kind, row.Entry.EnterpriseId, row.Enterprise, row.Entry.Element, row.Entry.Code, row.Entry.Name, text, row.Entry.Id);
}
