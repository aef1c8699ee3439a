using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch;

/// <summary>What is watched for one channel.</summary>
internal sealed record ChannelEntry(WatchedChannel Channel, IReadOnlyList<WatchRule> Rules, IReadOnlyList<LimitInForce> Limits)
{
    /// <summary>Range of the instrument in the channel's unit, where it is on file.</summary>
    public KnownRange? Range { get; init; }

    /// <summary>Per cent; <see langword="null"/> where what is judged is what was measured.</summary>
    public decimal? ReferenceOxygen { get; init; }

    /// <summary>Channel of the oxygen that is measured beside it.</summary>
    public int? OxygenChannelId { get; init; }

    public WatchRule? RuleFor(AlarmType kind) => Rules.FirstOrDefault(rule => rule.Kind == kind);

    /// <summary>The limit in force on the day of an instant.</summary>
    public LimitInForce? LimitAt(DateTime utc)
    {
        if (Limits.Count == 0)
            return null;
        var day = DateOnly.FromDateTime(ParkTime.FromUtc(utc));
        foreach (var limit in Limits)
        {
            if (limit.Limit.IsInForce(day))
                return limit;
        }

        return null;
    }
}

/// <summary>What is watched for one device by the clock.</summary>
internal sealed record DeviceEntry(Device Device, AlarmSubject Subject, WatchRule? OffLine, IReadOnlyList<ChannelEntry> Channels);

/// <summary>Rules, limits and plans, worked out for every channel at one moment; immutable.</summary>
internal sealed class WatchBook
{
    public static readonly WatchBook Empty = new(RegistrySnapshot.Empty, PermitSnapshot.Empty, [], []);

    private readonly Dictionary<int, ChannelEntry> _channels = [];
    private readonly List<DeviceEntry> _devices = [];
    private readonly ILookup<int, (ExemptionPlan Plan, DateTime From, DateTime To)> _plans;

    public WatchBook(RegistrySnapshot registered, PermitSnapshot permits, IReadOnlyList<WatchRule> rules, IReadOnlyList<ExemptionPlan> plans, InstrumentFacts? filed = null)
    {
        Registered = registered;
        Permits = permits;
        var all = rules.Concat(BuiltInRules.All).ToList();
        var places = new Places(registered, permits, filed ?? InstrumentFacts.None);
        _plans = plans.Where(plan => plan.StartsAt is not null && plan.EndsAt is not null)
            .Select(plan => (plan, plan.StartsAt!.Value, plan.EndsAt!.Value)).ToLookup(one => one.plan.EnterpriseId);
        foreach (var device in registered.Devices)
        {
            var channels = new List<ChannelEntry>();
            foreach (var channel in registered.ChannelsByDevice[device.Id])
            {
                if (!registered.PointById.TryGetValue(channel.PointId, out var point))
                    continue;
                var watched = new WatchedChannel(places.SubjectOf(point, device, channel), point.Kind);
                var entry = new ChannelEntry(watched, Narrowest(all, watched), places.LimitsOf(watched)) { Range = places.RangeOf(watched), ReferenceOxygen = places.OxygenOf(watched), OxygenChannelId = places.OxygenChannelOf(watched) };
                _channels[channel.Id] = entry;
                channels.Add(entry);
            }

            if (channels.Count == 0)
                continue;
            var subject = channels[0].Channel.Subject with { ChannelId = null, FactorCode = "", Factor = "", Unit = "" };
            var offLine = Narrowest([.. all.Where(rule => rule.Kind == WatchAlarms.OffLine)], new WatchedChannel(subject, channels[0].Channel.PointKind)).FirstOrDefault();
            _devices.Add(new DeviceEntry(device, subject, offLine, channels));
        }
    }

    public RegistrySnapshot Registered { get; }

    public PermitSnapshot Permits { get; }

    public IReadOnlyList<DeviceEntry> Devices => _devices;

    public ChannelEntry? Find(int channelId) => _channels.GetValueOrDefault(channelId);

    /// <summary>Whether a filed plan excuses this kind of alarm at an instant.</summary>
    public bool IsExempt(AlarmSubject subject, AlarmType kind, DateTime utc)
    {
        foreach (var (plan, from, to) in _plans[subject.EnterpriseId])
        {
            if (from <= utc && utc < to && IsAbout(plan, subject) && ExemptionPlanType.Excuses(plan.Kind, kind))
                return true;
        }

        return false;
    }

    /// <summary>Whether a filed plan says that the source stands still at an instant.</summary>
    public bool StandsStill(AlarmSubject subject, DateTime utc) =>
        _plans[subject.EnterpriseId].Any(one => one.Plan.Kind == ExemptionPlanType.Standstill && one.From <= utc && utc < one.To && IsAbout(one.Plan, subject));

    private static bool IsAbout(ExemptionPlan plan, AlarmSubject subject) =>
        (plan.PermitOutletId is null || plan.PermitOutletId == subject.PermitOutletId?.Value) && (plan.PointName.Length == 0 || plan.PointName == subject.Point);

    /// <summary>Of the rules for the same kind and level of data the narrowest; the newest of equals.</summary>
    private static List<WatchRule> Narrowest(IReadOnlyList<WatchRule> rules, WatchedChannel channel) =>
        [.. rules.Where(rule => rule.AppliesTo(channel)).GroupBy(rule => (rule.Kind, rule.Interval)).Select(same => same.MaxBy(rule => rule.Narrowness)!).Where(rule => !rule.IsOff)];

    /// <summary>Points, outlets and enterprises put together.</summary>
    private sealed class Places(RegistrySnapshot registered, PermitSnapshot permits, InstrumentFacts filed)
    {
        private readonly PermitLinks _links = new(permits);
        private readonly Dictionary<int, decimal> _oxygen = filed.Oxygen.ToDictionary(one => one.PointId, one => one.Percent);
        private readonly ILookup<(int, string), KnownRange> _ranges = filed.Ranges.ToLookup(range => (range.PointId, range.FactorCode));
        private readonly ILookup<(PermitOutletId, string), KnownLimit> _limits = permits.Limits.ToLookup(limit => (limit.OutletId, limit.FactorCode));

        public AlarmSubject SubjectOf(MonitoringPoint point, Device device, Channel channel)
        {
            var (enterprise, outlet, _) = _links.Of(point);
            return PointSubject.Of(point, channel) with { EnterpriseId = enterprise?.Id ?? 0, Enterprise = enterprise?.Name ?? point.Enterprise, PermitOutletId = outlet?.Id, DeviceId = device.Id, Mn = device.Mn };
        }

        /// <summary>Only where its unit is the channel's, or can be brought into it.</summary>
        public KnownRange? RangeOf(WatchedChannel channel) =>
            _ranges[(channel.Subject.PointId ?? 0, channel.Subject.FactorCode)].FirstOrDefault() is { } range ? LimitInForce.RangeOf(range, channel) : null;

        /// <summary>Of masses in flue gas, where it is on file.</summary>
        public decimal? OxygenOf(WatchedChannel channel) =>
            channel.PointKind is PointKind.FlueGas or PointKind.FenceLine && Unit.Of(channel.Subject.Unit).IsMassPerVolume && _oxygen.TryGetValue(channel.Subject.PointId ?? 0, out var percent) ? percent : null;

        /// <summary>The one of the logger that is connected, the newest of them.</summary>
        public int? OxygenChannelOf(WatchedChannel channel) => OxygenOf(channel) is null ? null
            : registered.ChannelsByPoint[channel.Subject.PointId!.Value].Where(one => one.FactorCode == FactorCodes.Oxygen).MaxBy(one => one.DeviceId ?? 0)?.Id;

        /// <summary>The newest first.</summary>
        public IReadOnlyList<LimitInForce> LimitsOf(WatchedChannel channel) => channel.Subject.PermitOutletId is not { } outlet ? [] :
            [.. _limits[(outlet, channel.Subject.FactorCode)].OrderByDescending(limit => limit.From).Select(limit => LimitInForce.Of(limit, channel)).OfType<LimitInForce>()];
    }
}
