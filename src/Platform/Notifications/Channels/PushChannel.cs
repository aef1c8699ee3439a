using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications.Push;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Notifications.Channels;

/// <summary>Web Push (RFC 8030) to browsers and phones; the content is readable to the browser alone.</summary>
internal sealed class PushChannel(IDbContextFactory<ParkDb> databases, PushKeys keys, PushSubscriptions subscriptions, IHttpClientFactory http) : IChannel
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(4);
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ChannelKind Kind => ChannelKind.Push;

    public string? Missing => null;

    public async Task<SendResult> Send(Delivery delivery, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var id = int.Parse(delivery.Address, CultureInfo.InvariantCulture);
        if (await db.Set<PushSubscription>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.AccountId == delivery.AccountId, cancellationToken).ConfigureAwait(false) is not { } subscription)
            return new SendResult(false, "这台设备已取消订阅", IsFinal: true);
        if (!subscriptions.IsAllowed(subscription.Endpoint))
            return new SendResult(false, "推送服务不在允许之列", IsFinal: true);

        var content = JsonSerializer.SerializeToUtf8Bytes(new { title = delivery.Title, text = Cut(delivery.Text), href = delivery.Href, level = delivery.Level }, Readable);
        using var request = new HttpRequestMessage(HttpMethod.Post, subscription.Endpoint)
        {
            Content = new ByteArrayContent(PushMessage.Encrypt(content, Base64Url.DecodeFromChars(subscription.Key.AsSpan().TrimEnd('=')), Base64Url.DecodeFromChars(subscription.Secret.AsSpan().TrimEnd('=')))),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Headers.TryAddWithoutValidation("TTL", ((int)Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("Urgency", delivery.Level <= 2 ? "high" : "normal");
        request.Headers.TryAddWithoutValidation("Authorization", await keys.Authorization(new Uri(subscription.Endpoint), cancellationToken).ConfigureAwait(false));
        var result = await HttpSending.Send(http, request, _ => null, cancellationToken).ConfigureAwait(false);
        // RFC 8030 7.3: a subscription that is gone stays gone.
        if (result.IsFinal && (result.Error.StartsWith("答复 404", StringComparison.Ordinal) || result.Error.StartsWith("答复 410", StringComparison.Ordinal)))
            await subscriptions.Remove(subscription.AccountId, subscription.Id, cancellationToken).ConfigureAwait(false);
        return result;
    }

    private static string Cut(string text) => text.Length > 600 ? text[..600] + "…" : text;
}
