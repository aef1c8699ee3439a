namespace EcoPark.Platform.Notifications.Channels;

/// <summary>One request of a channel, and what its answer means.</summary>
internal static class HttpSending
{
    /// <summary>Name of the client; see <see cref="NotificationRegistration"/>.</summary>
    public const string Client = "notifications";

    private const int LongestAnswer = 4_096;

    /// <param name="http">Clients.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="judge">Judges a good answer's text: <see langword="null"/> where it is good indeed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SendResult> Send(IHttpClientFactory http, HttpRequestMessage request, Func<string, string?> judge, CancellationToken cancellationToken)
    {
        try
        {
            using var client = http.CreateClient(Client);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var text = await Text(answer, cancellationToken).ConfigureAwait(false);
            var status = (int)answer.StatusCode;
            if (!answer.IsSuccessStatusCode)
                return new SendResult(false, $"答复 {status}：{text}", IsFinal: status is 400 or 401 or 403 or 404 or 410 or 413);
            return judge(text) is { } bad ? new SendResult(false, bad) : SendResult.Taken;
        }
        catch (HttpRequestException exception)
        {
            return new SendResult(false, exception.Message);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendResult(false, "对方没有在时限内答复");
        }
    }

    private static async Task<string> Text(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[LongestAnswer];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, read);
    }
}
