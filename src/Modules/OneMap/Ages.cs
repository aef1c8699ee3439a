namespace EcoPark.Modules.OneMap;

/// <summary>Ages in words.</summary>
internal static class Ages
{
    public static string Of(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => $"{Math.Max(0, age.Seconds)} 秒前",
        { TotalHours: < 1 } => $"{(int)age.TotalMinutes} 分钟前",
        { TotalDays: < 1 } => $"{(int)age.TotalHours} 小时前",
        _ => $"{(int)age.TotalDays} 天前",
    };
}
