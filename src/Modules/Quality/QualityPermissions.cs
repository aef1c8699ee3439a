using EcoPark.Platform.Security;

namespace EcoPark.Modules.Quality;

/// <summary>What can be granted of environment quality.</summary>
public static class QualityPermissions
{
    /// <summary>See stations, judgement, statistics, forecasts.</summary>
    public const string View = "quality.view";

    internal static readonly IReadOnlyList<Permission> All = [new(View, "环境质量", "查看环境质量数据、评价、统计和预报")];
}
