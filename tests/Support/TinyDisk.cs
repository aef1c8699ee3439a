using System.Diagnostics;

namespace EcoPark.Support;

/// <summary>A small file system of a test's own, to be filled up. Needs the right to mount: root, or sudo without a password.</summary>
public sealed class TinyDisk : IDisposable
{
    private TinyDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    public static TinyDisk Mount(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-disk-").FullName;
        Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=755", "ecopark-test", folder);
        return new TinyDisk(folder);
    }

    /// <summary>Takes all that is left, to the last byte.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 1 << 16, 1 << 10, 1 })
        {
            var block = new byte[size];
            try
            {
                while (true)
                {
                    ballast.Write(block);
                }
            }
            catch (IOException)
            {
                // No block of this size fits any more.
            }
        }
    }

    /// <summary>Somebody cleans up.</summary>
    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static void Run(string command, params string[] arguments)
    {
        string[] all = Environment.UserName == "root" ? [command, .. arguments] : ["sudo", "-n", command, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(all[0], all[1..]) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', all)}: {said}");
    }
}
