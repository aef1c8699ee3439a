using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Alarms;

/// <summary>A kind of alarm. The room that raises it registers it (<c>AddAlarmType</c>); of one name there is one.</summary>
/// <param name="Name">English; kept with every alarm.</param>
/// <param name="Title">Chinese: 超标.</param>
/// <param name="Category">The kind of record that it is kept as.</param>
/// <param name="Level">How urgent it is where nothing else is said.</param>
public sealed record AlarmType(string Name, string Title, AlarmCategory Category, AlarmLevel Level)
{
    /// <summary>What it means, Chinese; shown with the alarm.</summary>
    public string Words { get; init; } = "";

    /// <summary>What it has besides a subject, a time and a text.</summary>
    public AlarmParts Parts { get; init; }

    /// <summary>Filed situations during which it is not raised.</summary>
    public AlarmExcuses ExcusedBy { get; init; }

    public bool Has(AlarmParts part) => (Parts & part) == part;

    public bool IsExcusedBy(AlarmExcuses situation) => (ExcusedBy & situation) != 0;

    public bool Equals(AlarmType? other) => other is not null && other.Name == Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary>What alarms of a type have besides a subject, a time and a text.</summary>
[Flags]
public enum AlarmParts
{
    None = 0,

    /// <summary>Found in data of a level: 小时超标.</summary>
    Interval = 1,

    /// <summary>A value was compared with a limit.</summary>
    Limit = 2,

    /// <summary>The park may set rules of its own for when it is raised.</summary>
    Condition = 4,
}

/// <summary>Situations that an enterprise files beforehand (豁免计划).</summary>
[Flags]
public enum AlarmExcuses
{
    None = 0,

    /// <summary>启炉（开车）.</summary>
    StartUp = 1,

    /// <summary>停炉（停车）.</summary>
    ShutDown = 2,

    /// <summary>停产.</summary>
    Standstill = 4,

    /// <summary>设备检修.</summary>
    Overhaul = 8,

    /// <summary>监测设备维护校准.</summary>
    InstrumentWork = 16,

    All = StartUp | ShutDown | Standstill | Overhaul | InstrumentWork,
}

/// <summary>A kind of record that alarms are kept as: 超标记录, 故障记录, …; each has its page.</summary>
/// <param name="Key">In the address.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Order">In the menu.</param>
public sealed record AlarmCategory(string Key, string Title, int Order)
{
    public static readonly AlarmCategory Exceedance = new("exceedance", "超标记录", 2);
    public static readonly AlarmCategory Warning = new("warning", "预警记录", 3);
    public static readonly AlarmCategory Fault = new("fault", "故障记录", 4);
    public static readonly AlarmCategory Anomaly = new("anomaly", "数据异常记录", 5);
    public static readonly AlarmCategory Offline = new("offline", "断线记录", 6);
}

/// <summary>All kinds of alarms that the rooms have brought.</summary>
public sealed class AlarmTypes
{
    private readonly Dictionary<string, AlarmType> _byName;

    public AlarmTypes(IEnumerable<AlarmType> types)
    {
        All = [.. types.OrderBy(type => type.Category.Order)];
        Categories = [.. All.Select(type => type.Category).Distinct()];
        _byName = All.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<AlarmType> All { get; }

    /// <summary>Those that have a type, in the order of the menu.</summary>
    public IReadOnlyList<AlarmCategory> Categories { get; }

    /// <summary><see langword="null"/> where the room that raised such alarms is no longer there.</summary>
    public AlarmType? Find(string name) => _byName.GetValueOrDefault(name);

    public AlarmCategory? Category(string? key) => Categories.FirstOrDefault(category => category.Key == key);
}

/// <summary>How a room brings its kinds of alarms.</summary>
public static class AlarmTypeRegistration
{
    public static IServiceCollection AddAlarmType(this IServiceCollection services, params IReadOnlyList<AlarmType> types)
    {
        foreach (var type in types)
        {
            if (!services.Any(one => type.Category.Equals(one.ImplementationInstance)))
                services.AddSingleton(type.Category).AddSingleton(AlarmsModule.MenuOf(type.Category));
            services.AddSingleton(type);
        }

        return services;
    }
}
