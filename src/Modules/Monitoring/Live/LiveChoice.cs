using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Standing;

namespace EcoPark.Modules.Monitoring.Live;

/// <summary>What the live page shows, as its address says.</summary>
internal sealed record LiveChoice(string? Text = null, string? Kind = null, string? State = null, string? Group = null)
{
    /// <summary>State: over, near, not valid, off line or silent.</summary>
    public const string Abnormal = "abnormal";

    public const string ByEnterprise = "enterprise", ByArea = "area", ByKind = "kind";

    public static readonly IReadOnlyList<(string Key, string Title)> Groupings = [(ByEnterprise, "按企业"), (ByArea, "按片区"), (ByKind, "按类型")];

    /// <summary>By name of the point, its enterprise or a factor, and by kind.</summary>
    public bool Names(MonitoringPoint point, IEnumerable<Channel> channels) =>
        (string.IsNullOrEmpty(Kind) || point.Kind.ToString() == Kind)
        && (string.IsNullOrWhiteSpace(Text) || Has(point.Name) || Has(point.Enterprise) || channels.Any(channel => Has(channel.Name)));

    public bool Shows(StandingState state) =>
        string.IsNullOrEmpty(State) || (State == Abnormal ? state.IsAbnormal() : Enum.TryParse<StandingState>(State, ignoreCase: true, out var wanted) && wanted == state);

    private bool Has(string name) => name.Contains(Text!, StringComparison.OrdinalIgnoreCase);
}
