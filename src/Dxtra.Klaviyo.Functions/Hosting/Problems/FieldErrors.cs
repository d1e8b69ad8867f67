namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Collects what is wrong with the fields of one request, so that a caller hears all of it at once.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> _errors = [];

    public bool Any => _errors.Count > 0;

    /// <summary>Adds a sentence for a field, named as the caller wrote it (<c>subject.email</c>).</summary>
    public void Add(string field, string text)
    {
        if (!_errors.TryGetValue(field, out var texts))
            _errors[field] = texts = [];
        texts.Add(text);
    }

    public Problem ToProblem() => Problem.Invalid(_errors.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()));
}
