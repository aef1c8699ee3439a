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
    public const string Days = "days";

    /// <summary>Begun within so many hours.</summary>
    public const string Hours = "hours";

    /// <summary>Given to the one who asks: <c>f.assignee=me</c>.</summary>
    public const string Assignee = "assignee";

    public const string Me = "me";

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

    public static readonly IReadOnlyList<string> Names = [Category, Kind, Level, State, Enterprise, Device, Factor, Days, Hours, Assignee];

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
        var (from, to) = words.GetValueOrDefault(Days, "").Split("..") is [var first, var last] ? (first, last) : ("", "");
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
            FactorCode = Given(Factor),
            AssigneeId = words.GetValueOrDefault(Assignee) == Me ? Actor.Current.AccountId ?? 0 : null,
            From = Day(from) is { } start ? ParkTime.ToUtc(start) : Number(Hours) is > 0 and <= 24 * 366 and var hours ? now.AddHours(-hours) : null,
            To = Day(to) is { } end ? ParkTime.ToUtc(end.AddDays(1)) : null,
            Text = text,
        };

        string? Given(string name) => words.GetValueOrDefault(name) is { Length: > 0 } given ? given : null;

        int? Number(string name) => int.TryParse(words.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static AlarmFilter Read(RecordQuery query, string usualState, DateTime now) => Read(query.Filters, query.Text, usualState, now);

    private static DateTime? Day(string text) => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
