using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EcoPark.Support;

/// <summary>Signs in as a browser does: the page, its anti-forgery token, the form, the cookies.</summary>
public sealed partial class SignInClient : IDisposable
{
    public const string Operator = "operator";

    /// <summary>The password that every account of the tests is given.</summary>
    public const string Password = "Test-2026-park";

    private readonly Uri _server;

    /// <param name="server">The server.</param>
    /// <param name="from">The address it seems to come from: all of 127.0.0.0/8 are this machine.</param>
    /// <param name="trustsAll">Whatever certificate it shows.</param>
    public SignInClient(Uri server, IPAddress? from = null, bool trustsAll = false)
    {
        _server = server;
        var handler = new SocketsHttpHandler
        {
            CookieContainer = Cookies,
            AllowAutoRedirect = false,
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                if (from is not null)
                    socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        if (trustsAll)
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        Client = new HttpClient(handler) { BaseAddress = server };
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client { get; }

    /// <summary>Signs in as the operator, who on a first start is made by the administrators just as in real life.</summary>
    public async Task Begin(IReadOnlyDictionary<string, string> oneTimePasswords)
    {
        if (oneTimePasswords.Count > 0)
        {
            await MakeAccount(_server, oneTimePasswords, Operator, "duty-operator");
            using var auditor = new SignInClient(_server);
            await auditor.SignIn("auditor", oneTimePasswords["auditor"]);
        }

        await SignIn(Operator, Password);
    }

    /// <summary>The system administrator makes an account, the security administrator grants its role, its owner chooses a password.</summary>
    public static async Task MakeAccount(Uri server, IReadOnlyDictionary<string, string> oneTimePasswords, string user, string? roleName, int? enterpriseId = null, string department = "")
    {
        using var admin = new SignInClient(server);
        await admin.SignIn("admin", oneTimePasswords.GetValueOrDefault("admin", Password));
        var created = await admin.Client.PostAsJsonAsync("/api/v1/accounts/", new { userName = user, displayName = enterpriseId is null ? "本机操作员" : "企业环保员", enterpriseId, department });
        created.EnsureSuccessStatusCode();
        var account = await created.Content.ReadFromJsonAsync<JsonElement>();

        if (roleName is not null)
            await Grant(server, oneTimePasswords, account, roleName);
        using var owner = new SignInClient(server);
        await owner.SignIn(user, account.GetProperty("password").GetString()!);
    }

    private static async Task Grant(Uri server, IReadOnlyDictionary<string, string> oneTimePasswords, JsonElement account, string roleName)
    {
        using var security = new SignInClient(server);
        await security.SignIn("security", oneTimePasswords.GetValueOrDefault("security", Password));
        var roles = await security.Client.GetFromJsonAsync<List<JsonElement>>("/api/v1/roles");
        var role = roles!.Single(one => one.GetProperty("name").GetString() == roleName).GetProperty("id").GetInt32();
        (await security.Client.PutAsJsonAsync($"/api/v1/accounts/{account.GetProperty("accountId").GetInt32()}/roles", new[] { role })).EnsureSuccessStatusCode();
    }

    /// <summary>Signs in; a password that must be changed becomes <see cref="Password"/>.</summary>
    public async Task SignIn(string user, string password)
    {
        var page = await Submit("/sign-in/password", new() { ["user"] = user, ["password"] = password });
        if (page.Contains("设置自己的口令", StringComparison.Ordinal))
            page = await Submit("/sign-in/new-password", new() { ["present"] = password, ["chosen"] = Password, ["again"] = Password });
        if (page.Length > 0)
            throw new InvalidOperationException($"{user} could not sign in: {Problem().Match(page).Groups[1].Value}");
    }

    /// <summary>Fills in a form of the sign-in page.</summary>
    /// <returns>The page that asks for more; empty once signed in.</returns>
    public async Task<string> Submit(string action, Dictionary<string, string> fields)
    {
        using var answer = await Post(action, fields);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"{action} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location!.ToString().StartsWith("/sign-in", StringComparison.Ordinal) ? WebUtility.HtmlDecode(await Client.GetStringAsync("/sign-in")) : "";
    }

    /// <summary>Fills in a form of the sign-in page and looks no further.</summary>
    public async Task<HttpResponseMessage> Post(string action, Dictionary<string, string> fields)
    {
        var form = await Client.GetStringAsync("/sign-in");
        fields["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value;
        return await Client.PostAsync(action, new FormUrlEncodedContent(fields));
    }

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("role=\"alert\">([^<]*)<")]
    private static partial Regex Problem();
}
