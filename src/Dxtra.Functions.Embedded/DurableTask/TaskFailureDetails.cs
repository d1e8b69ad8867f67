using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DurableTask;

/// <summary>
/// What history keeps of an exception. Of a failed activity the type is "(unknown)" and the message is wrapped, as on the
/// official host: never branch on either.
/// </summary>
public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <summary>Whether the failure's type is <paramref name="targetBaseExceptionType"/> or derives from it; false for a type unknown here.</summary>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
            throw new ArgumentException($"{targetBaseExceptionType} is not an exception type.", nameof(targetBaseExceptionType));

        var type = targetBaseExceptionType.Assembly.GetType(ErrorType)
            ?? AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(ErrorType)).FirstOrDefault(found => found is not null);
        return targetBaseExceptionType.IsAssignableFrom(type);
    }

    public static TaskFailureDetails FromException(Exception exception) => From(exception);

    [return: NotNullIfNotNull(nameof(exception))]
    private static TaskFailureDetails? From(Exception? exception) => exception switch
    {
        null => null,
        TaskFailedException failed => Of(failed, failed.FailureDetails),
        _ => Of(exception, From(exception.InnerException)),
    };

    private static TaskFailureDetails Of(Exception exception, TaskFailureDetails? inner) =>
        new(exception.GetType().ToString(), exception.Message, exception.StackTrace, inner, null);
}
