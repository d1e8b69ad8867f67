using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>Collects lines and finds those that a test waits for.</summary>
internal sealed class LineWatch
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];

    public string Text
    {
        get
        {
            lock (_lock)
                return string.Join(Environment.NewLine, _lines);
        }
    }

    public void Add(string line)
    {
        lock (_lock)
            _lines.Add(line);
    }

    public async Task<Match> WaitAsync(Regex pattern, TimeSpan patience)
    {
        try
        {
            return await Poll.UntilAsync(() => Task.FromResult(Find(pattern)), match => match.Success, patience, $"A line like {pattern}");
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}{Environment.NewLine}{Text}");
        }
    }

    private Match Find(Regex pattern)
    {
        lock (_lock)
            return _lines.Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success, Match.Empty);
    }
}
