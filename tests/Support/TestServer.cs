using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace EcoPark.Support;

/// <summary>A running server and its operator.</summary>
public abstract partial class TestServer : IAsyncDisposable
{
    /// <summary>Both nodes of a cluster must open each other's sealed texts.</summary>
    protected static readonly string MasterKey = new('7', 64);

    private static int _lastPort = Random.Shared.Next();
    private readonly SignInClient _signIn;

    private protected TestServer(int http, int gateway, string folder)
    {
        (Http, Gateway, Folder) = (new Uri($"http://127.0.0.1:{http}"), new IPEndPoint(IPAddress.Loopback, gateway), folder);
        _signIn = new SignInClient(Http);
    }

    public Uri Http { get; }

    public IPEndPoint Gateway { get; }

    /// <summary>Data folder.</summary>
    public string Folder { get; }

    /// <summary>What the server has logged so far.</summary>
    public IEnumerable<string> LogLines()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, "logs")))
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            while (reader.ReadLine() is { } line)
                yield return line;
        }
    }

    /// <summary>Signed in as <see cref="SignInClient.Operator"/>.</summary>
    public HttpClient Client => _signIn.Client;

    /// <summary>The operator's cookies, for a browser.</summary>
    public CookieCollection Cookies => _signIn.Cookies.GetCookies(Http);

    /// <summary>One-time passwords that the first start printed.</summary>
    public IReadOnlyDictionary<string, string> OneTimePasswords { get; private set; } = new Dictionary<string, string>();

    /// <summary>A port nobody listens on, below those the system gives to outgoing connections, so that none of these takes it meanwhile.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = 12_000 + (int)((uint)Interlocked.Increment(ref _lastPort) % 20_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // The next one.
            }
        }
    }

    /// <summary>Signs in once more: a session that nobody uses for half an hour of the server's clock has ended.</summary>
    public Task SignInAgain() => _signIn.SignIn(SignInClient.Operator, SignInClient.Password);

    public virtual ValueTask DisposeAsync()
    {
        _signIn.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected static string NewFolder() => Directory.CreateTempSubdirectory("ecopark-test-").FullName;

    /// <summary>What every server of the tests is started with; <paramref name="arguments"/> stand above it.</summary>
    private protected static string[] ArgumentsOf(int http, int gateway, string folder, string[] arguments) =>
    [
        $"--EcoPark:Http:Port={http}", $"--EcoPark:Gateway:Port={gateway}", $"--EcoPark:Database:DataFolder={folder}", $"--EcoPark:Cluster:SiloPort={FreePort()}",
        // The browser is told which exception it was.
        "--detailedErrors=true",
        // All tests come from one address, and some of them guess.
        "--EcoPark:Accounts:FailuresPerAddress=1000",
        // They sign in all the time: at full strength that would be a fifth of all they cost.
        "--EcoPark:Accounts:PasswordRounds=1000",
        "--EcoPark:Limits:RequestsPerSecond=2000", "--EcoPark:Limits:Pages=200", "--EcoPark:Limits:Streams=50", "--EcoPark:Limits:SignInsInAll=16",
        // Training takes the processor from all other tests; those of forecasts switch it on.
        "--EcoPark:Forecasts:IsEnabled=false",
        // Upper platforms of the tests are on this machine.
        "--EcoPark:Relay:InnerHosts:0=127.0.0.1",
        .. arguments,
    ];

    /// <param name="output">What the first start printed: lines such as “首次启动，账户 admin 的一次性口令：…（…）”.</param>
    /// <param name="signsIn">As <see cref="SignInClient.Operator"/>.</param>
    private protected async Task Begin(string output, bool signsIn)
    {
        OneTimePasswords = FirstStartLine().Matches(output).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        if (signsIn)
            await _signIn.Begin(OneTimePasswords);
    }

    [GeneratedRegex("账户 (\\S+) 的一次性口令：(\\S+?)（")]
    private static partial Regex FirstStartLine();
}
