using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace EcoPark.Support;

/// <summary>The real server in a process of its own, on free ports; killed by its id.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    /// <summary>The program built beside the tests, in the same configuration.</summary>
    public static readonly string Program = FindProgram(Path.Combine("src", "Server"), "EcoPark.Server.dll");

    /// <summary>The server with the module of tests/Sample added by a host of its own.</summary>
    public static readonly string Sample = FindProgram(Path.Combine("tests", "Sample"), "EcoPark.Sample.dll");

    private static int _lastPort = Random.Shared.Next();
    private readonly Process _process;
    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly SignInClient _signIn;

    private ServerProcess(Process process, int http, int gateway, string folder, bool ownsFolder)
    {
        (_process, Http, Gateway, _folder, _ownsFolder) = (process, new Uri($"http://127.0.0.1:{http}"), new IPEndPoint(IPAddress.Loopback, gateway), folder, ownsFolder);
        _signIn = new SignInClient(Http);
    }

    public Uri Http { get; }

    public IPEndPoint Gateway { get; }

    /// <summary>Signed in as <see cref="SignInClient.Operator"/>.</summary>
    public HttpClient Client => _signIn.Client;

    /// <summary>The operator's cookies, for a browser.</summary>
    public CookieCollection Cookies => _signIn.Cookies.GetCookies(Http);

    /// <summary>One-time passwords that the first start printed.</summary>
    public IReadOnlyDictionary<string, string> OneTimePasswords { get; private set; } = new Dictionary<string, string>();

    /// <summary>Data folder.</summary>
    public string Folder => _folder;

    /// <summary>Resident memory.</summary>
    public long MemoryBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a server and waits until it is ready.</summary>
    /// <param name="folder">Data folder, kept when the server ends; a temporary one by default.</param>
    /// <param name="postgres">Connection string; SQLite by default.</param>
    /// <param name="gateway">Port of the gateway; a free one by default.</param>
    /// <param name="arguments">More settings.</param>
    public static Task<ServerProcess> Start(string? folder = null, string? postgres = null, int gateway = 0, params string[] arguments) =>
        Start(Program, signsIn: true, folder, postgres, gateway, arguments);

    /// <summary>A first start as an administrator finds it: nobody has signed in yet.</summary>
    public static Task<ServerProcess> StartNew(string? postgres = null, params string[] arguments) => Start(Program, signsIn: false, null, postgres, 0, arguments);

    /// <summary>Starts another host of the server, such as <see cref="Sample"/>.</summary>
    public static Task<ServerProcess> StartHost(string program, string? postgres = null) => Start(program, signsIn: true, null, postgres, 0, []);

    private static async Task<ServerProcess> Start(string program, bool signsIn, string? folder, string? postgres, int gateway, string[] arguments)
    {
        var ownsFolder = folder is null;
        folder ??= Directory.CreateTempSubdirectory("ecopark-test-").FullName;
        var http = FreePort();
        gateway = gateway == 0 ? FreePort() : gateway;
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                program, $"--EcoPark:Http:Port={http}", $"--EcoPark:Gateway:Port={gateway}", $"--EcoPark:Database:DataFolder={folder}",
                $"--EcoPark:Cluster:SiloPort={FreePort()}",
                // The browser is told which exception it was.
                "--detailedErrors=true",
                // All tests come from one address, and some of them guess.
                "--EcoPark:Accounts:FailuresPerAddress=1000",
                "--EcoPark:Limits:RequestsPerSecond=2000", "--EcoPark:Limits:Pages=200", "--EcoPark:Limits:Streams=50", "--EcoPark:Limits:SignInsInAll=16",
                // Training takes the processor from all other tests; those of forecasts switch it on.
                "--EcoPark:Forecasts:IsEnabled=false",
                // Upper platforms of the tests are on this machine.
                "--EcoPark:Relay:InnerHosts:0=127.0.0.1",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            // Short lives: what is profiled at first is never earned back.
            // Both nodes of a cluster must open each other's sealed texts.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["EcoPark__MasterKey"] = new string('7', 64) },
        };
        if (postgres is not null)
            start.Environment["EcoPark__Database__Postgres"] = postgres;
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var output = new LastLines();
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, http, gateway, folder, ownsFolder);
        await server.WaitUntilReady(output);
        server.OneTimePasswords = output.OneTimePasswords();
        if (signsIn)
            await server._signIn.Begin(server.OneTimePasswords);
        return server;
    }

    /// <summary>kill -9: no farewell, nothing written on the way out.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
        _signIn.Dispose();
        if (_ownsFolder)
            Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

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

    private async Task WaitUntilReady(LastLines output)
    {
        var deadline = Stopwatch.StartNew();
        while (deadline.Elapsed < TimeSpan.FromSeconds(180))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The server ended at once:\n{output}");
            try
            {
                if ((await Client.GetAsync("/health")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50); // Not listening yet.
            }
        }

        throw new TimeoutException($"The server did not become ready:\n{output}");
    }

    private static string FindProgram(string project, string program)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var root = here;
        while (!File.Exists(Path.Combine(root.FullName, "EcoPark.slnx")))
            root = root.Parent ?? throw new InvalidOperationException("EcoPark.slnx was not found above the tests.");
        var configuration = here.FullName.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        return Path.Combine(root.FullName, project, "bin", configuration, "net10.0", program);
    }

    [GeneratedRegex("账户 (\\S+) 的一次性口令：(\\S+?)（")]
    private static partial Regex FirstStartLine();

    private sealed class LastLines
    {
        private readonly Queue<string> _lines = new();

        public void Add(string? line)
        {
            if (line is null)
                return;
            lock (_lines)
            {
                _lines.Enqueue(line);
                if (_lines.Count > 200)
                    _lines.Dequeue();
            }
        }

        /// <summary>From lines such as “首次启动，账户 admin 的一次性口令：…（…）”.</summary>
        public Dictionary<string, string> OneTimePasswords()
        {
            lock (_lines)
                return _lines.Select(line => FirstStartLine().Match(line)).Where(match => match.Success).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        }

        public override string ToString()
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }
}
