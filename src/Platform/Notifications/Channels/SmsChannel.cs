using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EcoPark.Platform.Notifications.Channels;

/// <summary>短信: a request whose shape the settings give, since every gateway wants another.</summary>
internal sealed class SmsChannel(NotificationOptions options, IHttpClientFactory http) : IChannel
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ChannelKind Kind => ChannelKind.Sms;

    public string? Missing => options.Sms.Url.Length == 0 ? "未设置短信网关（EcoPark:Notifications:Sms:Url）" : null;

    public async Task<SendResult> Send(Delivery delivery, CancellationToken cancellationToken)
    {
        var sms = options.Sms;
        var isJson = sms.ContentType.Contains("json", StringComparison.OrdinalIgnoreCase);
        using var request = new HttpRequestMessage(new HttpMethod(sms.Method), Fill(sms.Url, delivery, Uri.EscapeDataString));
        if (sms.Body.Length > 0 && request.Method != HttpMethod.Get)
            request.Content = new StringContent(Fill(sms.Body, delivery, isJson ? Inside : Uri.EscapeDataString), Encoding.UTF8, sms.ContentType);
        foreach (var (name, value) in sms.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await HttpSending.Send(http, request, answer => sms.Expects.Length == 0 || answer.Contains(sms.Expects, StringComparison.Ordinal) ? null : $"网关答复：{answer}", cancellationToken).ConfigureAwait(false);
    }

    private string Fill(string template, Delivery delivery, Func<string, string> escape) => template
        .Replace("{phone}", escape(delivery.Address), StringComparison.Ordinal)
        .Replace("{title}", escape(delivery.Title), StringComparison.Ordinal)
        .Replace("{text}", escape(delivery.Text), StringComparison.Ordinal)
        .Replace("{link}", escape(options.Link(delivery.Href)), StringComparison.Ordinal);

    /// <summary>What stands between the quotes of a JSON string.</summary>
    private static string Inside(string text) => JsonSerializer.Serialize(text, Readable)[1..^1];
}
