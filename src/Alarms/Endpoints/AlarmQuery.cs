using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;

namespace EcoPark.Alarms.Endpoints;

/// <summary>The words of an address as a filter: the same on the page, in the API and in the export.</summary>
internal static class AlarmQuery
{
    public const string Category = "category";
    public const string Kind = "kind";
    public const string Level = "level";
    public const string State = "state";
    public const string Enterprise = "enterprise";
    public const string Device = "device";
    public const string Factor = "factor";
    public const string Point = "point";

    /// <summary><see cref="AlarmSubject.Key"/>.</summary>
    public const string Subject = "subject";

    /// <summary>Raised or raised again between two instants of the park's wall clock, <c>2026-11-29T01:10..2026-11-29T01:20</c>.</summary>
    public const string Raised = "raised";

    /// <summary>Acknowledged between two instants, as <see cref="Raised"/>.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>Found more than so many hours ago.</summary>
    public const string Older = "older";
    public const string Days = "days";

    /// <summary>Begun within so many hours.</summary>
    public const string Hours = "hours";

    /// <summary>Given to the one who asks: <c>f.assignee=me</c>.</summary>
    public const string Assignee = "assignee";

    public const string Me = "me";

    private const string Minutes = "yyyy-MM-dd'T'HH:mm";

    /// <summary>State: not closed; what the list shows when nothing is said.</summary>
    public const string Open = "open";

    /// <summary>State: all.</summary>
    public const string All = "all";

    /// <summary>State: shelved.</summary>
    public const string Shelved = "shelved";

    /// <summary>State: still going on.</summary>
    public const string Lasting = "lasting";

    /// <summary>State: the enterprise has to explain.</summary>
    public const string Explain = "explain";

    public static readonly IReadOnlyList<string> Names = [Category, Kind, Level, State, Enterprise, Device, Point, Factor, Subject, Days, Hours, Raised, Acknowledged, Older, Assignee];

    public static readonly IReadOnlyList<(string Key, string Title)> States =
    [
        (Open, "未关闭"), (nameof(AlarmState.Raised), "待确认"), (nameof(AlarmState.Acknowledged), "已确认"), (nameof(AlarmState.Handled), "已处置"), (nameof(AlarmState.Closed), "已关闭"),
        (Lasting, "仍在报警"), (Shelved, "已搁置"), (Explain, "待企业说明"), (nameof(ExplanationState.Submitted), "说明待审核"), (All, "全部"),
    ];

    /// <param name="now">UTC.</param>
    /// <param name="words">Filter name → value.</param>
    /// <param name="text">Looked for in names.</param>
    /// <param name="usualState">State where none is given.</param>
    public static AlarmFilter Read(IReadOnlyDictionary<string, string> words, string? text, string usualState, DateTime now)
    {
        var state = words.GetValueOrDefault(State, usualState);
        var (from, to) = Ends(Days);
        var (raisedFrom, raisedTo) = Ends(Raised);
        var (acknowledgedFrom, acknowledgedTo) = Ends(Acknowledged);
        return new AlarmFilter
        {
            Kind = Given(Kind),
            Categories = Given(Category) is { } category ? [category] : [],
            Level = Enum.TryParse<AlarmLevel>(words.GetValueOrDefault(Level), out var level) ? level : null,
            State = Enum.TryParse<AlarmState>(state, out var exact) ? exact : null,
            IsOpen = state is Open or Shelved or Explain or nameof(ExplanationState.Submitted) ? true : null,
            IsLasting = state == Lasting ? true : null,
            IsShelved = state == Shelved ? true : null,
            Explanation = state == Explain ? ExplanationState.Requested : state == nameof(ExplanationState.Submitted) ? ExplanationState.Submitted : null,
            EnterpriseId = Number(Enterprise),
            DeviceId = Number(Device),
            PointId = Number(Point),
            FactorCode = Given(Factor),
            SubjectKey = Given(Subject),
            RaisedFrom = Instant(raisedFrom),
            RaisedTo = Instant(raisedTo),
            AcknowledgedFrom = Instant(acknowledgedFrom),
            AcknowledgedTo = Instant(acknowledgedTo),
            FoundBefore = Number(Older) is > 0 and <= 24 * 366 and var age ? now.AddHours(-age) : null,
            AssigneeId = words.GetValueOrDefault(Assignee) == Me ? Actor.Current.AccountId ?? 0 : null,
            From = Day(from) is { } start ? ParkTime.ToUtc(start) : Number(Hours) is > 0 and <= 24 * 366 and var hours ? now.AddHours(-hours) : null,
            To = Day(to) is { } end ? ParkTime.ToUtc(end.AddDays(1)) : null,
            Text = text,
        };

        (string From, string To) Ends(string name) => words.GetValueOrDefault(name, "").Split("..") is [var first, var last] ? (first, last) : ("", "");

        string? Given(string name) => words.GetValueOrDefault(name) is { Length: > 0 } given ? given : null;

        int? Number(string name) => int.TryParse(words.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static AlarmFilter Read(RecordQuery query, string usualState, DateTime now) => Read(query.Filters, query.Text, usualState, now);

    /// <summary>A filter and its value in words, for people.</summary>
    /// <param name="enterprise">Name of the enterprise that is chosen.</param>
    public static string Words(string name, string value, AlarmTypes types, string enterprise) => name switch
    {
        Category => types.Category(value)?.Title ?? value,
        Kind => $"类型：{types.Find(value)?.Title ?? value}",
        Level => Enum.TryParse<AlarmLevel>(value, out var level) ? $"级别：{AlarmWords.Of(level)}" : value,
        State => $"状态：{States.FirstOrDefault(state => state.Key == value).Title ?? value}",
        Enterprise => $"企业：{enterprise}",
        Device => "一台数采仪",
        Point => "一个点位",
        Factor => $"因子：{value}",
        Subject => "同一对象",
        Days => $"开始于 {value.Replace("..", " 至 ", StringComparison.Ordinal)}",
        Hours => $"近 {value} 小时开始",
        Raised => $"报警于 {value.Replace("..", " 至 ", StringComparison.Ordinal).Replace('T', ' ')}",
        Acknowledged => $"确认于 {value.Replace("..", " 至 ", StringComparison.Ordinal).Replace('T', ' ')}",
        Older => $"超过 {value} 小时",
        Assignee => value == Me ? "指派给我" : value,
        _ => value,
    };

    /// <summary>Both ends of <see cref="Raised"/>.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC, exclusive.</param>
    public static string RaisedWords(DateTime from, DateTime to) => string.Create(CultureInfo.InvariantCulture, $"{ParkTime.FromUtc(from).ToString(Minutes, CultureInfo.InvariantCulture)}..{ParkTime.FromUtc(to).ToString(Minutes, CultureInfo.InvariantCulture)}");

    private static DateTime? Instant(string text) => DateTime.TryParseExact(text, Minutes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? ParkTime.ToUtc(at) : null;

    private static DateTime? Day(string text) => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
