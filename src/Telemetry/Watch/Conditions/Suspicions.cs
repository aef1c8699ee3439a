using EcoPark.Alarms;

namespace EcoPark.Telemetry.Watch.Conditions;

/// <summary>恒值: exactly the value before, and not zero, for as long as the rule says.</summary>
internal sealed class ConstantValue(WatchRule rule, ChannelEntry entry) : Condition(rule, entry)
{
    public override bool NeedsPrevious => true;

    public override bool Holds(in Sample sample, bool isActive) => sample.Value is { } value && value != 0 && value == sample.Previous;

    public override string Say(in Sample sample, TimeSpan lasted) => $"读数一直是 {Number(sample.Value)}{Words(lasted)}，可能采样或仪器停滞。";
}

/// <summary>零值.</summary>
internal sealed class ZeroValue(WatchRule rule, ChannelEntry entry) : Condition(rule, entry)
{
    public override bool Holds(in Sample sample, bool isActive) => sample.Value == 0;

    public override string Say(in Sample sample, TimeSpan lasted) => $"读数为零{Words(lasted)}。";
}

/// <summary>负值: no concentration is below zero.</summary>
internal sealed class NegativeValue(WatchRule rule, ChannelEntry entry) : Condition(rule, entry)
{
    /// <summary>A negative concentration is not valid because it is negative.</summary>
    public override bool NeedsValid => false;

    public override bool Holds(in Sample sample, bool isActive) => sample.Reading.IsMeasured && sample.Value < 0;

    public override bool IsWorse(double candidate, double current) => candidate < current;

    public override string Say(in Sample sample, TimeSpan lasted) => $"读数为负：{Number(sample.Value)}{Words(lasted)}，可能零点漂移。";
}

/// <summary>超量程: the device says so (flag T, HJ 212-2017 table 8), or the reading is beyond the range of the instrument.</summary>
internal sealed class OutOfRange(WatchRule rule, ChannelEntry entry) : Condition(rule, entry)
{
    private readonly InstrumentRange? _range = InstrumentRange.Of(rule, entry);

    public override bool NeedsValid => false;

    public override bool Holds(in Sample sample, bool isActive) =>
        sample.Reading.Flag == 'T' || (_range is { } range && sample.Reading.IsMeasured && (sample.Value < range.Low || sample.Value > range.High));

    public override string Say(in Sample sample, TimeSpan lasted) =>
        sample.Reading.Flag == 'T' ? $"设备标记超测定上限（T），读数 {Number(sample.Value)}{Words(lasted)}。" : $"读数 {Number(sample.Value)} 超出 {Number(_range?.Low)}～{Number(_range?.High)} 的范围（{_range?.Basis}）{Words(lasted)}。";
}

/// <summary>设备故障: flag D (broken) or B (no answer from the instrument), HJ 212-2017 table 8.</summary>
internal sealed class DeviceFault(WatchRule rule, ChannelEntry entry) : Condition(rule, entry)
{
    public override bool NeedsValid => false;

    public override bool Holds(in Sample sample, bool isActive) => sample.Reading.Flag is 'D' or 'B';

    public override string Say(in Sample sample, TimeSpan lasted) => (sample.Reading.Flag == 'B' ? "监测仪器与数采仪通讯异常（标记 B）" : "监测仪器运行不正常（标记 D）") + Words(lasted) + "。";
}
