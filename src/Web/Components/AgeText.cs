namespace EcoPark.Web.Components;

/// <summary>How old a value is, in words.</summary>
public static class AgeText
{
    public static string Of(TimeSpan age) => age switch
    {
        { TotalSeconds: < 1 } => "刚刚",
        { TotalMinutes: < 1 } => $"{age.Seconds} 秒前",
        { TotalHours: < 1 } => $"{(int)age.TotalMinutes} 分钟前",
        { TotalDays: < 1 } => $"{(int)age.TotalHours} 小时前",
        _ => $"{(int)age.TotalDays} 天前",
    };
}
