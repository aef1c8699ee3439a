using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EcoPark.Platform.Notifications.Channels;

/// <summary>群机器人 of WeCom and DingTalk.</summary>
internal sealed class RobotChannel(NotificationOptions options, IHttpClientFactory http, TimeProvider clock) : IChannel
{
    public ChannelKind Kind => ChannelKind.Robot;

    public string? Missing => options.Robots.Count == 0 ? "未设置群机器人（EcoPark:Notifications:Robots）" : null;

    public async Task<SendResult> Send(Delivery delivery, CancellationToken cancellationToken)
    {
        if (options.Robots.Find(robot => robot.Name == delivery.Address) is not { } robot)
            return new SendResult(false, $"设置中没有名为“{delivery.Address}”的群机器人", IsFinal: true);
        var link = options.Link(delivery.Href);
        // Both take the same text message.
        using var request = new HttpRequestMessage(HttpMethod.Post, robot.Kind == "DingTalk" ? Signed(robot.Url, robot.Secret, clock.GetUtcNow()) : robot.Url)
        {
            Content = JsonContent.Create(new { msgtype = "text", text = new { content = string.Join('\n', new[] { delivery.Title, delivery.Text, link }.Where(line => line.Length > 0)) } }),
        };
        return await HttpSending.Send(http, request, Judge, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>加签 of DingTalk: HMAC-SHA-256 with the secret over “timestamp⏎secret”, base64, as parts of the address.</summary>
    internal static string Signed(string url, string secret, DateTimeOffset now)
    {
        if (secret.Length == 0)
            return url;
        var stamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{stamp}\n{secret}")));
        return $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}timestamp={stamp}&sign={Uri.EscapeDataString(sign)}";
    }

    /// <summary>They answer 200 to everything; errcode says what they mean.</summary>
    private static string? Judge(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.TryGetProperty("errcode", out var code) && code.GetInt32() == 0 ? null : $"机器人答复：{answer}";
        }
        catch (JsonException)
        {
            return $"机器人的答复无法识别：{answer}";
        }
    }
}
